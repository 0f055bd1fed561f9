package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.host.EngineUnavailable;
import dockdsl.host.HostSession;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users who are not root, become it as their host allows, or are told why not. */
class SudoIT {
    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");
    private static final String HOST = "s1";
    private static final Command WHO = Command.script("id -un").asRootUser();
    private static final Host.Sudo RIGHT = Host.Sudo.with(UserWithPassword.PASSWORD);
    private static final Host.Sudo WRONG = Host.Sudo.with(UserWithPassword.WRONG);

    private static UserWithPassword carol;

    private final SshSettings settings;
    private final SshConnector connector;

    SudoIT(@TempDir Path home) {
        settings = SshSettings.ofUser(home, "nobody", Map.of()).knowing(List.of(LAB.knownHosts()));
        connector = new SshConnector(settings);
    }

    @BeforeAll
    static void makeUser() {
        carol = UserWithPassword.on(LAB, HOST);
    }

    @AfterEach
    void close() {
        connector.close();
        LAB.ssh(
                HOST,
                "rm -f /etc/sudoers.d/carol-too; [ ! -e /usr/bin/sudo.away ] || mv /usr/bin/sudo.away /usr/bin/sudo");
    }

    @Test
    void becomesRootWithThePassword() {
        assertThat(connect(RIGHT).shell().run(WHO).out()).isEqualTo("root\n");
    }

    @Test
    void takesThePasswordThatWasAskedForOnce() {
        try (var given = new SshConnector(settings.with(Optional.empty(), Optional.of(UserWithPassword.PASSWORD)))) {
            assertThat(given.connect(carol.withKeyAnd(Host.Sudo.UNSAID))
                            .shell()
                            .run(WHO)
                            .out())
                    .isEqualTo("root\n");
        }
    }

    @Test
    void aCommandGetsItsInputAndNothingOfThePassword() {
        var input = everyByte();
        var command =
                Command.script("od -An -v -tx1 | tr -d ' \\n'").asRootUser().reading(input);
        assertThat(connect(RIGHT).shell().run(command).out()).isEqualTo(hex(input));
    }

    @Test
    void aCommandGetsItsInputAloneWhereSudoAsksNothing() {
        also("Defaults:carol !authenticate");
        var input = everyByte();
        var command =
                Command.script("od -An -v -tx1 | tr -d ' \\n'").asRootUser().reading(input);
        assertThat(connect(RIGHT).shell().run(command).out()).isEqualTo(hex(input));
    }

    @Test
    void aCommandsErrorsAreItsOwn() {
        var result = connect(RIGHT)
                .shell()
                .run(Command.script("echo oops >&2; exit 3").asRootUser());
        assertThat(result.err()).isEqualTo("oops\n");
        assertThat(result.exitCode()).isEqualTo(3);
    }

    @Test
    void aCommandThatIsLeftRunningHasItsStreamsToItself() throws Exception {
        var command = Command.script("id -un; cat; echo oops >&2; exit 3").asRootUser();
        for (var input : List.of("first\n", "second\n")) {
            try (var running = connect(RIGHT).launch(command, Optional.empty())) {
                running.input().write(input.getBytes(StandardCharsets.UTF_8));
                running.input().close();
                assertThat(running.output()).hasContent("root\n" + input);
                assertThat(running.errors()).hasContent("oops\n");
                assertThat(running.await(Duration.ofSeconds(10))).hasValue(3);
            }
        }
    }

    @Test
    void aCommandThatIsLeftRunningCanBeSignalled() throws IOException {
        try (var running =
                connect(RIGHT).launch(Command.script("echo up; sleep 4712").asRootUser(), Optional.empty())) {
            assertThat(running.output().readNBytes(3)).isEqualTo("up\n".getBytes(StandardCharsets.UTF_8));
            running.signal("TERM");
            assertThat(running.await(Duration.ofSeconds(10))).hasValue(143);
        }
    }

    @Test
    void aWrongPasswordEndsACommandBeforeItBegins() {
        var before = carol.failures("sudo");
        var session = connect(WRONG);
        for (var i = 0; i < 2; i++) {
            assertThatThrownBy(() -> session.launch(WHO, Optional.empty()))
                    .isInstanceOf(HostFailed.class)
                    .hasMessage("sudo does not take the password of carol");
        }
        assertThat(carol.failures("sudo")).isEqualTo(before + 1);
    }

    @Test
    void nobodySeesThePassword() {
        var everything = Command.script("ps axwwe -o args; cat /proc/[0-9]*/environ | tr '\\0' '\\n'; journalctl -n 50")
                .asRootUser();
        assertThat(connect(RIGHT).shell().run(everything).out())
                .contains("sudo -S")
                .doesNotContain("s3cret");
    }

    @Test
    void reachesTheEngineWithThePassword() throws IOException {
        var session = connect(RIGHT);
        assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
        assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
    }

    @Test
    void reachesTheEngineWhereSudoMakesATerminalOfItsOwn() throws IOException {
        also("Defaults:carol use_pty");
        var session = connect(RIGHT);
        assertThat(ping(session)).startsWith("HTTP/1.1 200 OK");
        var input = everyByte();
        var command =
                Command.script("od -An -v -tx1 | tr -d ' \\n'").asRootUser().reading(input);
        assertThat(session.shell().run(command).out()).isEqualTo(hex(input));
    }

    @Test
    void saysThatSudoWantsATerminal() {
        also("Defaults:carol requiretty");
        assertThatThrownBy(() -> connect(RIGHT).shell().run(WHO))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("requiretty");
        assertThatThrownBy(() -> connect(Host.Sudo.WANTED).shell().run(WHO))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("requiretty");
    }

    @Test
    void triesAWrongPasswordOnceHoweverMuchNeedsRoot() {
        var before = carol.failures("sudo");
        var start = System.nanoTime();
        var session = connect(WRONG);
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> assertThatThrownBy(() -> session.shell().run(WHO))
                        .isInstanceOf(HostFailed.class)
                        .hasMessage("sudo does not take the password of carol"));
        assertThatThrownBy(() -> connect(WRONG).dialEngine()).isInstanceOf(HostFailed.class);
        assertThat(carol.failures("sudo")).isEqualTo(before + 1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void saysThatAPasswordIsWantedAndHowToGiveIt() {
        assertThatThrownBy(() -> connect(Host.Sudo.UNSAID).shell().run(WHO))
                .isInstanceOf(HostFailed.class)
                .hasMessage("`id -un` needs root: carol may not use sudo without a password")
                .satisfies(e -> assertThat(((HostFailed) e).remedy()).contains("--ask-become-pass"));
    }

    @Test
    void saysItBeforeACommandIsLeftRunning() {
        assertThatThrownBy(() -> connect(Host.Sudo.UNSAID).launch(WHO, Optional.empty()))
                .isInstanceOf(HostFailed.class)
                .hasMessage("carol may not use sudo without a password");
        also("carol ALL=(ALL) NOPASSWD: ALL");
        try (var running = connect(Host.Sudo.UNSAID).launch(WHO, Optional.empty())) {
            assertThat(running.output()).hasContent("root\n");
            assertThat(running.errors()).isEmpty();
        }
    }

    @Test
    void saysWhoIsNoSudoer() {
        LAB.ssh(HOST, "sed -i s/^carol/nobody/ /etc/sudoers.d/carol");
        try {
            assertThatThrownBy(() -> connect(RIGHT).shell().run(WHO))
                    .isInstanceOf(HostFailed.class)
                    .hasMessage("carol may not use sudo");
        } finally {
            LAB.ssh(HOST, "sed -i s/^nobody/carol/ /etc/sudoers.d/carol");
        }
    }

    @Test
    void saysThatThereIsNoSudo() {
        LAB.ssh(HOST, "mv /usr/bin/sudo /usr/bin/sudo.away");
        for (var sudo : List.of(RIGHT, Host.Sudo.WANTED)) {
            assertThatThrownBy(() -> connect(sudo).shell().run(WHO))
                    .isInstanceOf(HostFailed.class)
                    .hasMessageContaining("carol has no sudo: it is not installed");
        }
    }

    @Test
    void neverUsesSudoWhereItIsForbidden() {
        also("Defaults:carol !authenticate");
        var session = connect(Host.Sudo.FORBIDDEN);
        assertThatThrownBy(() -> session.shell().run(WHO))
                .isInstanceOf(HostFailed.class)
                .hasMessageContaining("the inventory forbids sudo");
        assertThatThrownBy(session::dialEngine)
                .isInstanceOf(EngineUnavailable.class)
                .hasMessage("carol may not open /var/run/docker.sock, and the inventory forbids sudo");
    }

    private HostSession connect(Host.Sudo sudo) {
        return connector.connect(carol.withKeyAnd(sudo));
    }

    private static void also(String line) {
        LAB.ssh(HOST, "echo '" + line + "' >/etc/sudoers.d/carol-too");
    }

    private static byte[] everyByte() {
        var bytes = new byte[4 * 256];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) i);
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String ping(HostSession session) throws IOException {
        try (var engine = session.dialEngine()) {
            engine.readTimeout(Duration.ofSeconds(10));
            engine.output()
                    .write("GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(engine.input().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
