package dockdsl.lang;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a file in the language.
 *
 * @param name the file as the user named it
 */
record SourceText(String name, String text) {
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern YAML =
            Pattern.compile("---|(?:version|services|name|hosts|all)\\s*:\\s|- (?:name|hosts):"
                    + "|[\\w-]+:[ \\t]*(?:\\r?\\n|\\z|[^'\"\\[\\s])");
    private static final Pattern HCL = Pattern.compile("\\s*+(?:(?:terraform|locals)\\s*\\{"
            + "|(?!(?:container|group|host|site)\\b)\\w+\\s+\"[^\"\\n]*\"(?:\\s+\"[^\"\\n]*\")?\\s*\\{)");
    private static final String GROOVY =
            "Site files are Groovy. Write the same as: container('web') { on 'web'; image 'nginx:1.27' }.";
    private static final Pattern DOCKERFILE = Pattern.compile("FROM\\s+[^=\\s].*");
    private static final Pattern JSON = Pattern.compile("\\s*+\\{\\s*+(\"|})");

    /**
     * @throws NothingToWorkOn when there is no such file
     * @throws SiteRejected when it can't be a file in the language
     */
    static SourceText read(Path file) {
        try {
            return of(file.toString(), bytes(file));
        } catch (IOException unreadable) {
            throw new NothingToWorkOn("The file " + file + " can't be read.", "Check its permissions.", unreadable);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NothingToWorkOn(
                    "There is no file " + file + ".",
                    "Name a file that exists, or begin a new one with `dockdsl init`.");
        }
        if (Files.isDirectory(file)) {
            throw new NothingToWorkOn(file + " is a folder.", "Name the file in it, such as " + file + "/site.groovy.");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw rejected(
                    file.toString(),
                    "the file is larger than 1 MB (" + Files.size(file) / MOST_BYTES + " MB)",
                    "It can hardly be a site file. Check its name.");
        }
        return Files.readAllBytes(file);
    }

    /** @throws SiteRejected when it can't be a file in the language */
    static SourceText of(String name, byte[] bytes) {
        SourceText source = new SourceText(name, decode(name, bytes));
        if (source.text.isBlank()) {
            throw rejected(name, "the file is empty", "Begin it with a name of your choice: site 'identidock'.");
        }
        source.refuse(YAML, List.of("#"), "this looks like YAML", GROOVY);
        source.refuse(HCL, List.of("#", "//"), "this looks like HCL, the language of Terraform and Nomad", GROOVY);
        source.refuse(
                DOCKERFILE,
                List.of("#", "ARG "),
                "this is a Dockerfile",
                "Name its folder in a site file: container('web') { build 'folder' }.");
        source.refuse(JSON, List.of(), "this is JSON", GROOVY);
        return source;
    }

    private static String decode(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException notText) {
            // told below
        }
        throw rejected(name, "this is not a text file", "Site files are text in UTF-8. Check the file's name.");
    }

    /** @param passed how lines at the beginning start that say nothing about the language */
    private void refuse(Pattern kind, List<String> passed, String what, String remedy) {
        if (kind.matcher(behind(passed)).lookingAt()) {
            throw rejected(name, what, remedy);
        }
    }

    /** The text from the first line on that is not empty and not passed; a pattern over long headers would go too deep. */
    private String behind(List<String> passed) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            String line = text.substring(start, end).strip();
            if (!line.isEmpty() && passed.stream().noneMatch(line::startsWith)) {
                break;
            }
            start = end + 1;
        }
        return text.substring(start);
    }

    private static SiteRejected rejected(String name, String what, String remedy) {
        return new SiteRejected(List.of(new Problem(SourceRef.startOf(name), what, remedy)));
    }

    /** A line without its break, counted from 1; empty beyond the end. */
    String line(int number) {
        return text.lines().skip(number - 1L).findFirst().orElse("");
    }

    /** The place of a character, counted from 0. */
    SourceRef at(int offset) {
        String before = text.substring(0, offset);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new SourceRef(name, line, offset - before.lastIndexOf('\n'));
    }

    /** The first character in a line that is not a blank. */
    SourceRef startOfLine(int number) {
        String line = line(number);
        int column = line.length() - line.stripLeading().length() + 1;
        return new SourceRef(name, Math.max(1, number), column);
    }
}
