package dockdsl.lockfile;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line such as {@code redis:7.4.1 sha256:... from docker.io at 2026-11-21T15:40:12Z}, word by word. */
final class LockLine {
    private static final String SHAPE = "A line is: IMAGE:TAG sha256:DIGEST from REGISTRY at TIME.";
    private static final Pattern WORD = Pattern.compile("\\S+");

    private final String file;
    private final int number;
    private final int end;
    private final Problems problems;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private boolean sound = true;

    LockLine(String file, int number, String line, Problems problems) {
        this.file = file;
        this.number = number;
        this.end = line.stripTrailing().length() + 1;
        this.problems = problems;
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group());
            columns.add(matcher.start() + 1);
        }
    }

    /** Empty when a word is wrong; all wrong ones are told. */
    Optional<LockEntry> entry() {
        Optional<ImageRef> image = image();
        Optional<String> digest = digest();
        keyword(2, "from");
        Optional<String> from = word(3, "a registry");
        keyword(4, "at");
        Optional<Instant> time = time();
        if (words.size() > 6) {
            problem(6, "nothing is expected after the time, but '" + words.get(6) + "' is here", SHAPE);
        }
        return sound && image.isPresent() && digest.isPresent() && from.isPresent() && time.isPresent()
                ? Optional.of(new LockEntry(image.get(), digest.get(), from.get(), time.get()))
                : Optional.empty();
    }

    private Optional<ImageRef> image() {
        String text = words.getFirst();
        try {
            ImageRef image = ImageRef.parse(text);
            if (image.tag().isEmpty() || image.digest().isPresent()) {
                problem(0, "'" + text + "' is not a name with a tag alone", "Tags are locked, such as redis:7.4.1.");
            }
            return Optional.of(image);
        } catch (Malformed wrong) {
            problem(0, wrong.getMessage(), wrong.remedy());
            return Optional.empty();
        }
    }

    private Optional<String> digest() {
        Optional<String> digest = word(1, "a digest");
        if (digest.isPresent() && !ImageRef.isDigest(digest.get())) {
            problem(
                    1,
                    "'" + digest.get() + "' is not an image digest",
                    "Write sha256: and 64 hexadecimal digits, or remove the line and run `dockdsl lock`.");
        }
        return digest;
    }

    private Optional<Instant> time() {
        Optional<String> text = word(5, "a time");
        try {
            return text.map(Instant::parse);
        } catch (DateTimeException wrong) {
            problem(5, "'" + text.orElseThrow() + "' is not a time", "Write it in UTC, such as 2026-11-21T15:40:12Z.");
            return Optional.empty();
        }
    }

    private void keyword(int index, String expected) {
        word(index, "`" + expected + "`")
                .filter(word -> !word.equals(expected))
                .ifPresent(other -> problem(index, "`" + expected + "` is expected here, not '" + other + "'", SHAPE));
    }

    /** The first word that is missing is told, not those that would come after it. */
    private Optional<String> word(int index, String what) {
        if (index == words.size()) {
            problem(index, "the line ends where " + what + " is expected", SHAPE);
        }
        return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
    }

    private void problem(int index, String what, String remedy) {
        sound = false;
        int column = index < columns.size() ? columns.get(index) : end;
        problems.add(new SourceRef(file, number, column), what, remedy);
    }
}
