package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.EngineUnavailable;
import dockdsl.host.HostSession;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with hosts, on the host {@code s2}; nothing hangs for ever. */
class SshFaultIT {
    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");
    private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\n\r\n";
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LITTLE_MORE = Duration.ofSeconds(1);

    private final SshConnector connector;

    SshFaultIT(@TempDir Path home) {
        connector = new SshConnector(SshSettings.ofUser(home, "root", Map.of()).knowing(List.of(LAB.knownHosts())));
    }

    @AfterEach
    void heal() {
        connector.close();
        LAB.fault("s2", "undrop");
        LAB.fault("s2", "sshd-start");
    }

    @Test
    void givesUpAHostThatDoesNotAnswerWithinItsTime() {
        LAB.fault("s2", "drop");
        var start = System.nanoTime();
        assertThatThrownBy(() -> connect("root"))
                .isInstanceOf(HostUnreachable.class)
                .hasMessage(LAB.address("s2") + " port 22 does not answer within 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plus(LITTLE_MORE));
    }

    @Test
    void deadHostsDoNotHoldUpTheOthers() {
        LAB.fault("s2", "drop");
        var dead = IntStream.range(0, 10)
                .mapToObj(i -> Thread.startVirtualThread(
                        () -> assertThatThrownBy(() -> connect("root")).isInstanceOf(HostUnreachable.class)))
                .toList();
        var start = System.nanoTime();
        connector.connect(LAB.host("s1")).close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        dead.forEach(SshFaultIT::join);
    }

    @Test
    void saysThatNoSshdRuns() {
        LAB.fault("s2", "sshd-stop");
        assertThatThrownBy(() -> connect("root"))
                .isInstanceOf(HostUnreachable.class)
                .hasMessage(LAB.address("s2") + " port 22 refuses connections");
    }

    @Test
    void saysThatTheSshdDoesNotFinishTheLogin() {
        LAB.ssh("s2", "pkill -STOP -o sshd");
        try {
            assertThatThrownBy(() -> connect("root"))
                    .isInstanceOf(HostUnreachable.class)
                    .hasMessage("the host accepted the connection but did not finish the login within 2 s");
        } finally {
            LAB.fault("s2", "sshd-stop");
        }
    }

    @Test
    void aCutCableMakesReadsFailAndNotWaitForEver() throws IOException {
        var session = connect("root");
        try (var engine = session.dialEngine()) {
            LAB.fault("s2", "drop");
            engine.readTimeout(Duration.ofMillis(500));
            engine.output().write(bytes(PING));
            assertThatThrownBy(() -> engine.input().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aHostThatDiesMakesReadsFail() throws IOException {
        var session = connect("root");
        try (var engine = session.dialEngine()) {
            LAB.trySsh("s2", "pkill -f 'sshd: root'");
            assertThatThrownBy(() -> engine.input().read())
                    .isInstanceOf(IOException.class)
                    .hasMessage("the SSH connection was lost");
            Poll.until(() -> !session.isOpen());
        }
    }

    @Test
    void saysThatTheConnectionWasLostDuringACommand() {
        var shell = connect("root").shell();
        assertThatThrownBy(() -> shell.run(Command.script("pkill -f 'sshd: root' ; sleep 20")))
                .isInstanceOf(HostFailed.class)
                .hasMessageStartingWith("the connection was lost while `pkill -f 'sshd: root' ; sleep 20` was running");
    }

    @Test
    void reachesTheEngineWhereSshdDoesNotForward() throws IOException {
        configured("AllowStreamLocalForwarding no", () -> {
            for (var user : List.of("root", "ops", "deploy")) {
                var session = connect(user);
                assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
                assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
            }
        });
    }

    @Test
    void usesSudoWithoutBeingToldWhereTheUserMayNotOpenTheSocket() throws IOException {
        assertThat(ping(connect("deploy", false))).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void saysThatAUserMayNotOpenTheSocket() {
        LAB.ssh("s2", "gpasswd -d ops docker");
        try {
            var session = connect("ops");
            assertThatThrownBy(session::dialEngine)
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("ops may not open /var/run/docker.sock, and sudo wants a password");
        } finally {
            LAB.ssh("s2", "gpasswd -a ops docker");
        }
    }

    @Test
    void saysThatTheEngineIsNotRunningAndReachesItWhenItDoes() throws IOException {
        LAB.ssh("s2", "systemctl stop docker.socket docker");
        var session = connect("root");
        try {
            assertThatThrownBy(session::dialEngine)
                    .isInstanceOf(EngineUnavailable.class)
                    .hasMessage("Docker is installed but not running: nobody listens at /var/run/docker.sock");
        } finally {
            LAB.ssh("s2", "systemctl start docker.socket docker");
        }
        assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void comesBackWhereSshdTakesFewLoginsAtOnce() throws IOException {
        configured(
                "MaxStartups 1:80:2",
                () -> assertThat(IntStream.range(0, 6).parallel().mapToObj(i -> connect("root")))
                        .allMatch(HostSession::isOpen));
    }

    @Test
    void livesWithTwoSessionsPerConnection() throws IOException {
        configured("AllowStreamLocalForwarding no\nMaxSessions 2", () -> {
            var session = connect("root");
            assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
            assertThat(List.of("1", "2", "3", "4").parallelStream()
                            .map(n -> session.shell()
                                    .run(Command.script("sleep 0.2; echo " + n))
                                    .out()
                                    .strip()))
                    .containsExactly("1", "2", "3", "4");
        });
    }

    @Test
    void saysThatTheHostRefusesMoreSessions() throws IOException {
        configured("AllowStreamLocalForwarding no\nMaxSessions 1", () -> {
            var session = connect("root");
            session.dialEngine();
            assertThatThrownBy(() -> session.shell().run(Command.script("true").within(SHORT)))
                    .isInstanceOf(HostFailed.class)
                    .hasMessageContaining("the host lets only one command run at once (MaxSessions");
        });
    }

    private HostSession connect(String user) {
        return connect(user, user.equals("deploy"));
    }

    private HostSession connect(String user, boolean sudo) {
        var access = new Host.Ssh(
                LAB.address("s2"),
                Optional.empty(),
                Optional.of(user),
                Optional.of(LAB.key().toString()),
                Optional.empty(),
                sudo ? Host.Sudo.WANTED : Host.Sudo.UNSAID,
                SHORT);
        return connector.connect(new Host(
                "s2", new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("inventory")));
    }

    /** Some lines of sshd's configuration for as long as a test takes. */
    private static void configured(String lines, Action action) throws IOException {
        LAB.ssh(
                "s2",
                "printf '" + lines
                        + "\\n' > /etc/ssh/sshd_config.d/test.conf && systemctl reset-failed ssh && systemctl restart ssh");
        try {
            action.run();
        } finally {
            LAB.ssh("s2", "rm /etc/ssh/sshd_config.d/test.conf && systemctl reset-failed ssh && systemctl restart ssh");
        }
    }

    private static String ping(HostSession session) throws IOException {
        try (Duplex engine = session.dialEngine()) {
            engine.readTimeout(Duration.ofSeconds(10));
            engine.output().write(bytes(PING));
            engine.closeOutput();
            return new String(engine.input().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }
}
