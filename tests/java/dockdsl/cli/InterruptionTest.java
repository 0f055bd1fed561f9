package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.text.Samples;
import dockdsl.plan.Change;
import dockdsl.plan.Verb;
import dockdsl.run.Event;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that waits for a host that never speaks, and is told to end. */
class InterruptionTest {
    private static final int PATIENCE = 60_000;

    @TempDir
    private Path folder;

    @Test
    void aSignalEndsARunAtOnceWithItsOwnCode() throws IOException, InterruptedException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            mute.setSoTimeout(PATIENCE);
            Process run = start(mute.getLocalPort());
            try (Socket connection = mute.accept()) {
                assertThat(connection.isConnected()).isTrue();
                run.destroy();
                assertThat(run.waitFor(10, TimeUnit.SECONDS)).isTrue();
            } finally {
                run.destroyForcibly();
            }
            assertThat(run.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(folder.resolve("err")).content().startsWith("Interrupted.\n");
        }
    }

    @Test
    void whatIsToldDependsOnWhatHasBegun() {
        EventLog log = new EventLog();
        assertThat(Interruption.remedy("apply", log)).isEqualTo("Nothing was changed.");

        Change web = Samples.change("web1", Verb.CREATE, "web", "it is not there");
        Change db = Samples.change("db1", Verb.START, "db", "it is exited");
        log.accept(new Event.Started(web, false));
        log.accept(new Event.Started(db, false));
        log.accept(new Event.Done(db, Duration.ZERO));
        assertThat(Interruption.remedy("apply", log))
                .isEqualTo("May be half done: container web on web1.\nThe next `dockdsl apply` goes on from there.");

        log.accept(new Event.Done(web, Duration.ZERO));
        assertThat(Interruption.remedy("destroy", log)).isEqualTo("The next `dockdsl destroy` goes on from there.");
    }

    private Process start(int port) throws IOException {
        Files.writeString(
                folder.resolve("site.groovy"), "site 'shop'\nhost 'mute', address: '127.0.0.1', port: " + port);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.home=" + folder,
                        "-cp",
                        absolute(System.getProperty("java.class.path")),
                        Main.class.getName(),
                        "plan")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static String absolute(String classPath) {
        String separator = System.getProperty("path.separator");
        StringBuilder absolute = new StringBuilder();
        for (String entry : classPath.split(separator)) {
            absolute.append(absolute.isEmpty() ? "" : separator)
                    .append(Path.of(entry).toAbsolutePath());
        }
        return absolute.toString();
    }
}
