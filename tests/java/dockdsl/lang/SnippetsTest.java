package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.cli.line.ArgumentParser;
import dockdsl.cli.line.Command;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the manual show as whole files and as command lines is right. */
class SnippetsTest {
    private static final Pattern GROOVY = Pattern.compile("(?ms)^```groovy\\n(.*?)^```$");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern IN_TEXT = Pattern.compile("`dockdsl ([a-z][^`\\n]*)`");
    private static final Pattern FILE = Pattern.compile("// (\\S+\\.groovy)\\n");

    @TempDir
    private Path folder;

    static List<Path> pages() throws IOException {
        try (Stream<Path> manual = Files.list(Path.of("interpreter/manual"))) {
            List<Path> pages =
                    new ArrayList<>(manual.filter(page -> page.toString().endsWith(".md"))
                            .filter(page -> !page.endsWith("reference.md"))
                            .toList());
            pages.add(Path.of("README.md"));
            return pages;
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void sitesAreRight(Path page) throws IOException {
        for (String text : found(GROOVY, Files.readString(page))) {
            Matcher named = FILE.matcher(text);
            if (named.lookingAt() && !named.group(1).equals("site.groovy")) {
                Files.writeString(folder.resolve(named.group(1)), text);
            } else if (text.replaceAll("(?m)^//.*\\n", "").startsWith("site '")) {
                Path file = Files.writeString(folder.resolve("site.groovy"), text);
                SiteFile site = new SiteReader(
                                new ScriptStore(folder.resolve("cache"), "test"),
                                origin -> Secret.of("secret"),
                                new SiteReader.Rules(SiteChecker::alone, SiteChecker::together))
                        .read(file, Optional.empty(), SiteReader.Options.NONE);
                assertThat(site.warnings()).isEmpty();
                assertThat(site.site().containers()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandLinesAreUnderstood(Path page) throws IOException {
        String text = Files.readString(page);
        List<String> lines = new ArrayList<>(found(IN_TEXT, text).stream()
                .filter(line -> !line.contains("[") && !line.contains("..."))
                .toList());
        found(SHELL, text)
                .forEach(block -> block.lines()
                        .map(line -> line.replaceAll("\\s+#.*", "").replaceFirst("^\\./", ""))
                        .filter(line -> line.startsWith("dockdsl ") && !line.contains("["))
                        .forEach(line -> lines.add(line.substring("dockdsl ".length()))));
        for (String line : lines) {
            List<String> words = List.of(line.replaceAll("['\"]", "").split(" "));
            assertThat(Command.named(words.getFirst())).as(line).isPresent();
            ArgumentParser.parse(words);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }
}
