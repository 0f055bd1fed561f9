package dockdsl.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.DebianPackages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs that show manual pages think of ours. */
class ManPageIT {
    private static final Path PAGE = Path.of("interpreter/manual/dockdsl.1");

    @BeforeAll
    static void haveReaders() {
        DebianPackages.have("mandoc", "man-db", "groff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mandoc -Tlint PAGE", "man --warnings -E UTF-8 -l -Tutf8 -Z PAGE 2>&1 >/dev/null"})
    void nothingIsToBeSaidAboutIt(String reader) throws Exception {
        assertThat(said(reader.replace("PAGE", PAGE.toString()))).isEmpty();
    }

    @Test
    void aReaderFindsItsWayAbout() throws Exception {
        assertThat(said("mandoc -Tutf8 " + PAGE + " | col -b"))
                .contains("NAME", "dockdsl apply [options] [SITE]", "-i, --inventory SOURCE", "EXIT STATUS", "SEE ALSO")
                .doesNotContain("`");
    }

    /** Standard output and errors together. */
    private static String said(String command) throws Exception {
        Process process = new ProcessBuilder(List.of("sh", "-c", command))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).as(command).isTrue();
        return said;
    }
}
