package dockdsl.lockfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.Pin;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockFileTest {
    private static final Path FILE = Path.of("site.lock");
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String OTHER = "sha256:" + "b".repeat(64);
    private static final Instant THEN = Instant.parse("2026-11-21T15:40:12.5Z");

    @Test
    void isSortedAndSaysHowItCameAbout() {
        assertThat(lock().text()).isEqualTo("""
                # Which digest each tag of the site stands for. `dockdsl lock` writes this file, `dockdsl lock --update` asks the
                # registries again. Keep it beside the site file, in version control.
                version 1

                10.0.0.1:5000/app:2 %s from 10.0.0.1:5000 at 2026-11-21T15:40:12Z
                redis:7.4.1 %s from docker.io at 2026-11-21T15:40:12Z
                """.formatted(DIGEST, OTHER));
    }

    @Test
    void isReadAsItWasWritten() {
        LockFile read = LockFileReader.parse(FILE, lock().text());

        assertThat(read.entries()).isEqualTo(lock().entries());
        assertThat(read.text()).isEqualTo(lock().text());
        assertThat(read.pins().find(ImageRef.parse("redis:7.4.1")))
                .contains(new Pin.Locked(OTHER, new SourceRef("site.lock", 6, 1)));
    }

    @Test
    void whatSaysTheSameAgainKeepsItsTime() {
        LockEntry later = new LockEntry(ImageRef.parse("redis:7.4.1"), OTHER, "docker.io", THEN.plusSeconds(99));

        assertThat(lock().with(List.of(later)).text())
                .contains("redis:7.4.1")
                .contains("15:40:12Z")
                .doesNotContain("app");
    }

    @Test
    void standsBesideTheSiteFile() {
        assertThat(LockFile.beside(Path.of("a/site.groovy"), Optional.empty())).hasToString("a/site.lock");
        assertThat(LockFile.beside(Path.of("shop.v2.groovy"), Optional.of("production")))
                .hasToString("shop.v2.production.lock");
    }

    @Test
    void isEmptyWhenItIsNotThere(@TempDir Path folder) {
        assertThat(LockFileReader.read(folder.resolve("site.lock")).entries()).isEmpty();
    }

    @Test
    void isWrittenAtOnce(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("site.lock");
        LockFileWriter.write(LockFile.empty(file).with(lock().entries().values()));

        assertThat(LockFileReader.read(file).entries()).isEqualTo(lock().entries());
        assertThat(folder.toFile().list()).containsExactly("site.lock");
    }

    @Test
    void isText(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("site.lock"), new byte[] {(byte) 0xff, 0});

        assertThatThrownBy(() -> LockFileReader.read(file))
                .isInstanceOfSatisfying(
                        SiteRejected.class,
                        e -> assertThat(problems(e)).containsExactly("1:1 this is not a text file"));
    }

    /** Columns: the line after the version line, and what is told of it; D stands for a digest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            redis D from docker.io at 2026-11-21T15:40:12Z             | 2:1 'redis' is not a name with a tag alone
            redis:7@D D from docker.io at 2026-11-21T15:40:12Z         | 2:1 'redis:7@D' is not a name with a tag alone
            Redis:7 D from docker.io at 2026-11-21T15:40:12Z           | 2:1 'Redis:7' is not an image name
            redis:7                                                    | 2:8 the line ends where a digest is expected
            redis:7 sha256:12 from docker.io at 2026-11-21T15:40:12Z   | 2:9 'sha256:12' is not an image digest
            redis:7 D                                                  | 2:80 the line ends where `from` is expected
            redis:7 D by docker.io at 2026-11-21T15:40:12Z             | 2:81 `from` is expected here, not 'by'
            redis:7 D from                                             | 2:85 the line ends where a registry is expected
            redis:7 D from docker.io                                   | 2:95 the line ends where `at` is expected
            redis:7 D from docker.io on 2026-11-21T15:40:12Z           | 2:96 `at` is expected here, not 'on'
            redis:7 D from docker.io at                                | 2:98 the line ends where a time is expected
            redis:7 D from docker.io at noon                           | 2:99 'noon' is not a time
            redis:7 D from docker.io at 2026-11-21T15:40:12Z or later  | 2:120 nothing is expected after the time, but 'or' is here
            <<<<<<< HEAD                                               | 2:1 a merge left a conflict here
            =======                                                    | 2:1 a merge left a conflict here
            """)
    void tellsWhatIsWrongWithALineAndWhere(String line, String told) {
        assertThat(problemsOf("version 1\n" + line)).containsExactly(told.replace("D'", DIGEST + "'"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''         | 1:1 the file does not say `version 1`
            # nothing  | 1:1 the file does not say `version 1`
            version 2  | 1:1 a newer dockdsl wrote this file
            {          | 1:1 a lock file begins with `version 1`
            """)
    void tellsFilesThatAreNone(String text, String told) {
        assertThat(problemsOf(text)).containsExactly(told);
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        String line = "redis:7 D from docker.io at 2026-11-21T15:40:12Z\n";

        assertThat(problemsOf("version 1\n" + line + "# note\n\n" + line + "app 12 of x at noon\n"))
                .containsExactly(
                        "5:1 redis:7 is here a second time",
                        "6:1 'app' is not a name with a tag alone",
                        "6:5 '12' is not an image digest",
                        "6:8 `from` is expected here, not 'of'",
                        "6:16 'noon' is not a time");
    }

    private static List<String> problemsOf(String text) {
        try {
            LockFileReader.parse(FILE, text.replace(" D", " " + DIGEST).replace("@D", "@" + DIGEST));
            return List.of();
        } catch (SiteRejected rejected) {
            return problems(rejected);
        }
    }

    private static List<String> problems(SiteRejected rejected) {
        return rejected.problems().stream()
                .map(problem -> problem.where().line() + ":" + problem.where().column() + " " + problem.what())
                .toList();
    }

    private static LockFile lock() {
        return LockFile.empty(FILE)
                .with(List.of(
                        new LockEntry(ImageRef.parse("docker.io/library/redis:7.4.1"), OTHER, "docker.io", THEN),
                        new LockEntry(ImageRef.parse("10.0.0.1:5000/app:2"), DIGEST, "10.0.0.1:5000", THEN)));
    }
}
