package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that waits for a host that never speaks, and is told to end. */
class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    void aSignalEndsARunAtOnceWithItsOwnCode() throws IOException, InterruptedException {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
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
