package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts that take passwords. */
class PasswordLoginIT {
    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");
    private static final String SETTINGS = "/etc/ssh/sshd_config.d/passwords.conf";
    private static final String RESTART = " && systemctl reset-failed ssh && systemctl restart ssh";

    private static UserWithPassword carol;

    private final SshSettings settings;

    PasswordLoginIT(@TempDir Path home) {
        settings = SshSettings.ofUser(home, "nobody", Map.of()).knowing(List.of(LAB.knownHosts()));
    }

    @BeforeAll
    static void makeUser() {
        carol = UserWithPassword.on(LAB, "b1");
    }

    @AfterEach
    void takeTheUsual() {
        LAB.ssh("b1", "rm -f " + SETTINGS + RESTART);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PasswordAuthentication yes\\nKbdInteractiveAuthentication no",
                "PasswordAuthentication no\\nKbdInteractiveAuthentication yes"
            })
    void logsInByEitherMethod(String method) {
        configure(method);
        assertThat(logIn(settings, carol.withPassword(UserWithPassword.PASSWORD)))
                .isEqualTo("carol");
    }

    @Test
    void logsInWithKeyAndPasswordWhereBothAreWanted() {
        configure("AuthenticationMethods publickey,password");
        var host = carol.withPassword(UserWithPassword.PASSWORD);
        var access = (Host.Ssh) host.access();
        var both = new Host.Ssh(
                access.address(),
                access.port(),
                access.user(),
                Optional.of(LAB.key().toString()),
                access.jump(),
                access.sudo(),
                access.password(),
                access.options(),
                access.connectTimeout());
        assertThat(logIn(
                        settings,
                        new Host(host.name(), host.groups(), host.vars(), both, host.privateAddress(), host.where())))
                .isEqualTo("carol");
    }

    @Test
    void takesThePasswordThatWasAskedForOnce() {
        var given = settings.with(Optional.of(UserWithPassword.PASSWORD), Optional.empty());
        var host = new Host(
                "b1",
                carol.withKeyAnd(Host.Sudo.UNSAID).groups(),
                Map.of(),
                new Host.Ssh(
                        LAB.address("b1"),
                        Optional.empty(),
                        Optional.of("carol"),
                        Optional.empty(),
                        Optional.empty(),
                        Host.Sudo.UNSAID,
                        Host.Ssh.USUAL_TIMEOUT),
                Optional.empty(),
                carol.withKeyAnd(Host.Sudo.UNSAID).where());
        assertThat(logIn(given, host)).isEqualTo("carol");
    }

    @Test
    void triesAWrongPasswordOnceHoweverManyMethodsAndLoginsThereAre() {
        configure("PasswordAuthentication yes\\nKbdInteractiveAuthentication yes");
        var before = carol.failures("sshd");
        var host = carol.withPassword(UserWithPassword.WRONG);
        try (var connector = new SshConnector(settings)) {
            assertThatThrownBy(() -> connector.connect(host))
                    .isInstanceOf(HostUnreachable.class)
                    .hasMessage("carol@" + LAB.address("b1") + " was not let in with the password");
            assertThatThrownBy(() -> connector.connect(host)).isInstanceOf(HostUnreachable.class);
        }
        assertThat(carol.failures("sshd")).isEqualTo(before + 1);
    }

    private static void configure(String lines) {
        LAB.ssh("b1", "printf 'Match User carol\\n" + lines + "\\n' > " + SETTINGS + RESTART);
    }

    private static String logIn(SshSettings settings, Host host) {
        try (var connector = new SshConnector(settings)) {
            return connector
                    .connect(host)
                    .shell()
                    .run(Command.script("id -un"))
                    .out()
                    .strip();
        }
    }
}
