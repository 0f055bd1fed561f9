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
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(logIn(settings, carol.withKeyAndPassword())).isEqualTo("carol");
    }

    @ParameterizedTest
    @CsvSource({
        "'', publickey",
        "PreferredAuthentications=password, password",
        "'PreferredAuthentications=keyboard-interactive,password', keyboard-interactive/pam",
        "PubkeyAuthentication=no, password",
        "'PreferredAuthentications=password,publickey;PasswordAuthentication=no', publickey",
        "PubkeyAuthentication=no;PasswordAuthentication=no, keyboard-interactive/pam",
    })
    void logsInByTheMethodThatTheConfigurationPrefers(String options, String method) {
        configure("PasswordAuthentication yes\\nKbdInteractiveAuthentication yes");
        var host = carol.withKeyAndPassword(options.isEmpty() ? new String[0] : options.split(";"));
        assertThat(logIn(settings, host)).isEqualTo("carol");
        assertThat(carol.letInBy()).isEqualTo(method);
    }

    @Test
    void saysThatTheConfigurationForbidsThePassword() {
        configure("PasswordAuthentication yes\\nKbdInteractiveAuthentication yes");
        var host = carol.withKeyAndPassword("PreferredAuthentications=gssapi-with-mic");
        assertThatThrownBy(() -> logIn(settings, host))
                .isInstanceOf(HostUnreachable.class)
                .hasMessage("there is nothing to log in with as carol@" + LAB.address("b1")
                        + "; keys are not used, because the SSH configuration says"
                        + " `PreferredAuthentications gssapi-with-mic`; the password is not sent, because the SSH"
                        + " configuration says `PreferredAuthentications gssapi-with-mic`");
    }

    @Test
    void takesThePasswordThatWasAskedForOnce() {
        var given = settings.with(Optional.of(UserWithPassword.PASSWORD), Optional.empty());
        assertThat(logIn(given, carol.withNothing())).isEqualTo("carol");
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

    @Test
    void triesAnotherPasswordWhereOneWasWrong() {
        configure("PasswordAuthentication yes");
        try (var connector = new SshConnector(settings)) {
            assertThatThrownBy(() -> connector.connect(carol.withPassword(UserWithPassword.WRONG)))
                    .isInstanceOf(HostUnreachable.class);
            connector.connect(carol.withPassword(UserWithPassword.PASSWORD)).close();
        }
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
