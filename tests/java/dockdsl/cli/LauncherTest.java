package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts Java, as far as it comes without one. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("dockdsl").toAbsolutePath();

    @TempDir
    private Path folder;

    private record Ending(int code, String said) {}

    private Ending launched(String before) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", before + "; exec \"$0\" version", LAUNCHER.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("DOCKDSL_JAVA_HOME", "/no/java/here");
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), said);
    }

    @Test
    void saysThatItsFolderIsGone() throws IOException, InterruptedException {
        Ending ending = launched("mkdir gone && cd gone && rmdir ../gone");

        assertThat(ending.said())
                .endsWith("dockdsl: the current folder has been deleted; go to another one and start again.\n");
        assertThat(ending.code()).isEqualTo(ExitCode.NOTHING_TO_WORK_ON);
    }

    @Test
    void startsInAFolderThatIsCalledOtherwise() throws IOException, InterruptedException {
        assertThat(launched("mkdir here && ln -s here there && cd there && PWD=/elsewhere")
                        .said())
                .startsWith("dockdsl: DOCKDSL_JAVA_HOME=/no/java/here is no Java");
    }
}
