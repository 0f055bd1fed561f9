package dockdsl.vocabulary;

import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was put into a container before it started, as a label remembers it: one line for each file, folder and secret.
 *
 * @param what {@code file}, {@code secret} for one that is a file, or {@code variable} for one that is a variable
 * @param name of the secret; a dash for files
 * @param mode octal digits, or a dash
 * @param owner user and group as numbers, or a dash
 * @param digest of the content, or the fingerprint of the secret; empty when it is not known
 * @param at its absolute path in the container, or the name of the variable
 */
public record Delivered(String what, String name, String mode, String owner, String digest, String at) {
    public static final String FILE = "file";
    public static final String SECRET = "secret";
    public static final String VARIABLE = "variable";
    public static final String NONE = "-";

    /** The beginning of the names of the volumes in which it is kept. */
    public static final String VOLUMES = "dockdsl-files-";

    /** Where the volume itself is mounted, so that the engine knows that it is used. */
    public static final String ANCHOR = "/run/dockdsl";

    private static final String LABEL = "dockdsl.delivered";
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\S+) (\\S+) (\\S+) (\\S*) (.+)");
    private static final Pattern ON_THE_HOST = Pattern.compile(".*/volumes/" + VOLUMES + "[^/]+/_data/.*");

    /** What a container says that it got; lines that nobody understands say nothing. */
    public static List<Delivered> in(Tree inspect) {
        Object label = inspect.map("Config.Labels").get(LABEL);
        return label == null ? List.of() : read(label.toString());
    }

    /** What {@link #text} gave. */
    public static List<Delivered> read(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<Delivered> all = new ArrayList<>();
        for (String line : text.split("\n")) {
            parse(line).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private static Optional<Delivered> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new Delivered(
                        parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5), parts.group(6)))
                : Optional.empty();
    }

    /** A body of {@code POST /containers/create} that remembers all of these. */
    public static Tree remember(Tree body, List<Delivered> all) {
        Map<String, Object> labels = new TreeMap<>(body.map("Labels"));
        labels.put(LABEL, text(all));
        return body.with("Labels", labels);
    }

    /** One line for each. */
    public static String text(List<Delivered> all) {
        return String.join("\n", all.stream().map(Delivered::line).toList());
    }

    private String line() {
        return String.join(" ", what, name, mode, owner, digest, at);
    }

    /** The names of the variables of a container that hold secrets. */
    static SortedSet<String> variables(Tree inspect) {
        List<Delivered> all = in(inspect);
        return all.isEmpty()
                ? Collections.emptySortedSet()
                : Kinds.sorted(all.stream()
                        .filter(Delivered::isVariable)
                        .map(Delivered::at)
                        .toList());
    }

    /** Whether it is the same thing at the same place, with whatever content. */
    public boolean isSameThingAs(Delivered other) {
        return what.equals(other.what) && name.equals(other.name) && at.equals(other.at);
    }

    public boolean isFile() {
        return what.equals(FILE);
    }

    public boolean isVariable() {
        return what.equals(VARIABLE);
    }

    /** Whether a mount is not a setting, but the way of what is delivered. @param source a volume's name or a path of the host */
    static boolean isWay(String source) {
        return isVolume(source) || ON_THE_HOST.matcher(source).matches();
    }

    /** Whether a volume is one of those in which deliveries are kept. */
    public static boolean isVolume(String name) {
        return name.startsWith(VOLUMES);
    }
}
