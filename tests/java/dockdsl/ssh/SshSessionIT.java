package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.EngineUnavailable;
import dockdsl.host.HostSession;
import dockdsl.host.Terminal;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshSessionIT {
    private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\n\r\n";

    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");

    private final SshSettings settings;
    private final SshConnector connector;

    SshSessionIT(@TempDir Path home) {
        settings = SshSettings.ofUser(home, "nobody", Map.of()).knowing(List.of(LAB.knownHosts()));
        connector = new SshConnector(settings);
    }

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void runsCommandsAsWhoeverLogsIn() {
        try (var session = connect("s1", "ops")) {
            var result = session.shell().run(Command.script("id -un; echo oops >&2; exit 3"));
            assertThat(result.out()).isEqualTo("ops\n");
            assertThat(result.err()).isEqualTo("oops\n");
            assertThat(result.exitCode()).isEqualTo(3);
        }
    }

    @Test
    void runsCommandsAsRootThroughSudoOnlyWhereNeeded() {
        var id = Command.script("id -un").asRootUser();
        assertThat(connect("s1", "deploy").shell().run(id).out()).isEqualTo("root\n");
        assertThat(connect("s1", "root").shell().run(id).out()).isEqualTo("root\n");
    }

    @Test
    void saysWhoMayNotBecomeRoot() {
        var shell = connect("s1", "ops").shell();
        assertThatThrownBy(() -> shell.run(Command.script("id").asRootUser()))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("`id` needs root")
                .hasMessageContaining("ops may not use sudo");
    }

    @Test
    void tellsSignalsAsShellsDo() {
        assertThat(connect("s1", "root")
                        .shell()
                        .run(Command.script("kill -9 $$"))
                        .exitCode())
                .isEqualTo(137);
    }

    @Test
    void givesInputAndTakesLargeOutputs() {
        var input = "0123456789abcdef".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
        var result = connect("s1", "root")
                .shell()
                .run(Command.script("tee /dev/stderr").reading(input));
        assertThat(result.out()).hasSize(input.length);
        assertThat(result.err()).hasSize(input.length);
    }

    @Test
    void doesNotMindACommandThatReadsNothing() {
        var input = new byte[5_000_000];
        assertThat(connect("s1", "root")
                        .shell()
                        .run(Command.script("true").reading(input))
                        .exitCode())
                .isZero();
    }

    @Test
    void givesUpACommandAfterItsTime() {
        var shell = connect("s1", "root").shell();
        assertThatThrownBy(() -> shell.run(Command.script("sleep 30").within(Duration.ofMillis(300))))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("`sleep 30` was still running after 300 ms");
    }

    @Test
    void launchesACommandWithItsStreamsApart() throws IOException {
        try (var running =
                connect("s1", "root").launch(Command.script("cat; echo oops >&2; exit 7"), Optional.empty())) {
            running.input().write(new byte[] {0, 1, (byte) 0xff});
            running.input().close();
            assertThat(running.output().readAllBytes()).containsExactly(0, 1, 0xff);
            assertThat(running.errors().readAllBytes()).isEqualTo("oops\n".getBytes(StandardCharsets.UTF_8));
            assertThat(running.await(Duration.ofSeconds(10))).hasValue(7);
        }
    }

    @Test
    void signalsALaunchedCommandAndItsChildren() throws IOException {
        try (var running = connect("s1", "ops")
                .launch(Command.script("echo ready; sleep 300 & wait; echo never"), Optional.empty())) {
            assertThat(running.output().readNBytes(6)).isEqualTo("ready\n".getBytes(StandardCharsets.UTF_8));
            assertThat(running.await(Duration.ofMillis(50))).isEmpty();
            running.signal("TERM");
            assertThat(running.await(Duration.ofSeconds(10))).hasValue(143);
        }
    }

    @Test
    void launchesACommandOnATerminalThatChangesItsSize() throws IOException {
        var script = "echo $TERM; stty size; read go; stty size";
        try (var running =
                connect("s1", "ops").launch(Command.script(script), Optional.of(new Terminal("vt220", 100, 30)))) {
            var before = "vt220\r\n30 100\r\n".getBytes(StandardCharsets.UTF_8);
            assertThat(running.output().readNBytes(before.length)).isEqualTo(before);
            running.resize(new Terminal("vt220", 77, 20));
            running.input().write('\n');
            assertThat(new String(running.output().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("\r\n20 77\r\n");
            assertThat(running.await(Duration.ofSeconds(10))).hasValue(0);
        }
    }

    @Test
    void stopsWaitingForACommandWhenInterrupted() throws InterruptedException {
        var shell = connect("s1", "root").shell();
        var failure = new AtomicReference<Throwable>();
        var waiting = Thread.ofVirtual().unstarted(() -> shell.run(Command.script("sleep 25")));
        waiting.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
        waiting.start();
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(failure.get()).isInstanceOf(HostFailed.class);
    }

    @Test
    void reachesTheEngineAsRootAndAsMemberOfItsGroup() throws IOException {
        assertThat(ping(connect("s1", "root"))).startsWith("HTTP/1.1 200 OK");
        assertThat(ping(connect("s1", "ops"))).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void reachesTheEngineThroughSudo() throws IOException {
        assertThat(ping(connect("s1", "deploy"))).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void saysThatDockerIsNotInstalled() {
        var session = connect("b1", "root");
        assertThatThrownBy(session::dialEngine)
                .isInstanceOf(EngineUnavailable.class)
                .hasMessage("Docker is not installed");
    }

    @Test
    void goesThroughAnotherHostToManyAtOnce() throws Exception {
        var way = new Host.Ssh(
                "s2",
                Optional.empty(),
                Optional.of("root"),
                Optional.of(LAB.key().toString()),
                Optional.of("bastion"),
                Host.Sudo.UNSAID,
                Host.Ssh.USUAL_TIMEOUT);
        var target =
                new Host("s2", new LinkedHashSet<>(), Map.of(), way, Optional.empty(), SourceRef.startOf("inventory"));
        var bastion = new Host(
                "bastion",
                new LinkedHashSet<>(),
                Map.of(),
                LAB.access("b1", "ops"),
                Optional.empty(),
                SourceRef.startOf("inventory"));
        try (var connector = new SshConnector(settings)) {
            connector.know(List.of(bastion));
            var before = loginsOnB1();
            var sessions = IntStream.range(0, 5)
                    .parallel()
                    .mapToObj(i -> connector.connect(target))
                    .toList();
            for (var session : sessions) {
                assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
            }
            assertThat(sessions.getFirst().address()).isEqualTo(LAB.address("s2"));
            assertThat(loginsOnB1()).isEqualTo(before + 1);
        }
    }

    private int loginsOnB1() {
        return Integer.parseInt(LAB.ssh("b1", "journalctl -u ssh | grep -c 'Accepted publickey for ops' || true"));
    }

    private HostSession connect(String host, String user) {
        return connector.connect(LAB.host(host, user));
    }

    private static String ping(HostSession session) throws IOException {
        try (Duplex engine = session.dialEngine()) {
            engine.readTimeout(Duration.ofSeconds(10));
            engine.output().write(PING.getBytes(StandardCharsets.US_ASCII));
            engine.closeOutput();
            return new String(engine.input().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
