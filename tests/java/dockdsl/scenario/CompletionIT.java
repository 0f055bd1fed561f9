package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.DebianPackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the real shells offer when somebody presses Tab. */
class CompletionIT {
    private static final Path DRIVERS = Path.of("tests/resources/completion").toAbsolutePath();
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @TempDir
    private Path folder;

    @BeforeAll
    static void haveShells() {
        DebianPackages.have("zsh", "fish");
    }

    @BeforeEach
    void writeSite() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(
                folder.resolve("bin/dockdsl"), Path.of("dockdsl").toAbsolutePath());
        Path work = Files.createDirectories(folder.resolve("work/sub")).getParent();
        Files.writeString(work.resolve("site.groovy"), """
                site 'shop'
                include 'more.groovy'
                new File('touched').text = 'by Tab'
                environment('staging') { }
                // container('gone') { }
                container('web') { on 'web'; image 'nginx:1.27.3' }
                container 'api', {
                """);
        Files.writeString(
                work.resolve("more.groovy"), "group('web') { host 'web[01:02]', user: 'x'; host 'a', 'b' }\n");
        Files.writeString(work.resolve("hosts.ini"), "[db]\ndb1\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "dockdsl pl|plan",
                "dockdsl plan --lim|--limit",
                "dockdsl plan -l we|web web01 web02",
                "dockdsl plan -l web:w|web web01 web02",
                "dockdsl plan -l 'web:!web0|web01 web02",
                "dockdsl plan --limit=web0|web01 web02",
                "dockdsl plan -i hosts.ini -l d|db db1",
                "dockdsl plan -i 'h1,h2' -l h|h1 h2",
                "dockdsl exec a|a all api",
                "dockdsl plan -E |staging",
                "dockdsl lock --forks 3 --env s|staging",
                "dockdsl plan -i h|hosts.ini",
                "dockdsl plan s|site.groovy sub",
                "dockdsl rollback web a|api",
                "dockdsl history w|web",
                "dockdsl secrets en|encrypt encrypt_string",
                "dockdsl secrets edit h|hosts.ini",
                "dockdsl completion |bash fish zsh",
                "dockdsl help healthc|healthcheck",
                "dockdsl nonsense x|"
            })
    void allShellsOfferTheSame(String line, String expected) throws Exception {
        for (String shell : SHELLS) {
            assertThat(offers(shell, line)).as("%s: %s", shell, line).isEqualTo(expected == null ? "" : expected);
        }
        assertThat(folder.resolve("work/touched"))
                .as("what a site file does when it is run")
                .doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void allCommandsAreOffered(String shell) throws Exception {
        assertThat(offers(shell, "dockdsl ").split(" ")).contains("apply", "init", "help");
    }

    /** The names that are offered, without what is typed already in front of them. */
    private String offers(String shell, String line) throws Exception {
        List<String> command = switch (shell) {
            case "bash" -> List.of("bash", "--norc", DRIVERS.resolve("bash.sh").toString(), line);
            case "zsh" -> List.of("zsh", "-f", DRIVERS.resolve("zsh.zsh").toString(), line);
            default -> List.of("fish", "-N", "-c", "dockdsl completion fish | source; complete -C $argv[1]", line);
        };
        return run(folder.resolve("work"), command.toArray(String[]::new))
                .lines()
                .map(said ->
                        said.replaceAll("\t.*", "").replaceAll("^.*[=:!']", "").replaceAll("/$", ""))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private static String run(Path folder, String... words) throws Exception {
        Path out = Files.createTempFile("completion", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(words)))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile());
        builder.environment().put("PATH", folder.resolveSibling("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toAbsolutePath().toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS))
                    .as(String.join(" ", words))
                    .isTrue();
            return new String(Files.readAllBytes(out), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }
}
