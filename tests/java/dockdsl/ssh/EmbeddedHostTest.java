package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedHostTest {
    private final SshConnector connector;

    EmbeddedHostTest(@TempDir Path home) {
        connector = new SshConnector(SshSettings.ofUser(home, System.getProperty("user.name"), Map.of()));
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void runsCommandsOnThisMachine() {
        var result =
                connect().shell().run(Command.script("cat; echo no >&2; exit 7").reading(bytes("hello")));
        assertThat(result.out()).isEqualTo("hello");
        assertThat(result.err()).isEqualTo("no\n");
        assertThat(result.exitCode()).isEqualTo(7);
    }

    @Test
    void tellsSignalsAsShellsDo() {
        assertThat(connect().shell().run(Command.script("kill -9 $$")).exitCode())
                .isEqualTo(137);
    }

    @Test
    void keepsOurEnvironmentToItself() {
        assertThat(connect().shell().run(Command.script("env")).out()).doesNotContain("JAVA_HOME", "MAVEN");
    }

    @Test
    void moves5MegabytesThroughAShell() {
        var input = new byte[5_000_000];
        assertThat(connect()
                        .shell()
                        .run(Command.script("wc -c").reading(input))
                        .out()
                        .strip())
                .isEqualTo("5000000");
    }

    @Test
    void connectsToPortsOfThisMachineAndEndsEachDirectionOnItsOwn() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> answerAfterTheQuestion(server));
            try (var duplex = connect().dialTcp("127.0.0.1", server.getLocalPort())) {
                duplex.readTimeout(Duration.ofSeconds(10));
                duplex.output().write(bytes("question"));
                duplex.closeOutput();
                assertThat(duplex.input().readAllBytes()).isEqualTo(bytes("question?"));
            }
        }
    }

    @Test
    void saysThatNothingListens() throws IOException {
        var port = 0;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        var closed = port;
        var session = connect();
        assertThatThrownBy(() -> session.dialTcp("127.0.0.1", closed))
                .isInstanceOf(HostFailed.class)
                .hasMessageStartingWith("the host could not connect to 127.0.0.1 port " + closed);
    }

    @Test
    void isKnownByItsAddress() {
        var session = connect();
        assertThat(session.address()).isEqualTo("127.0.0.1");
        assertThat(session.host()).isEqualTo("here");
        session.close();
        assertThat(session.isOpen()).isFalse();
    }

    private HostSession connect() {
        return connector.connect(new Host(
                "here",
                new LinkedHashSet<>(),
                Map.of(),
                new Host.Embedded(),
                Optional.empty(),
                SourceRef.startOf("inventory")));
    }

    private static void answerAfterTheQuestion(ServerSocket server) {
        try (var socket = server.accept()) {
            var question = socket.getInputStream().readAllBytes();
            socket.getOutputStream().write(question);
            socket.getOutputStream().write('?');
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
