package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions as they are met on a real terminal. */
class PromptIT {
    private static final Lab LAB = Lab.up("broadcast", "web1:bare", "web2:bare", "web3:bare");
    private static final String PASSWORD = "typed-B1ue-Kett1e-64";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeAll
    static void makeUser() {
        LAB.ssh("web1", """
                id carol >/dev/null 2>&1 || useradd -m -s /bin/bash carol
                echo 'carol:%s' | chpasswd
                echo 'carol ALL=(ALL:ALL) ALL' >/etc/sudoers.d/carol
                mkdir -p ~carol/.ssh && cp /root/.ssh/authorized_keys ~carol/.ssh/ && chown -R carol: ~carol/.ssh
                printf 'Match User carol\\nPasswordAuthentication yes\\n' >/etc/ssh/sshd_config.d/carol.conf
                systemctl reset-failed ssh && systemctl restart ssh""".formatted(PASSWORD));
    }

    @AfterAll
    static void removeUser() {
        LAB.ssh("web1", """
                rm -f /etc/sudoers.d/carol /etc/ssh/sshd_config.d/carol.conf; pkill -u carol; userdel -r carol
                systemctl reset-failed ssh && systemctl restart ssh""");
    }

    @BeforeEach
    void sitDown() {
        desk = Desk.at(folder, LAB);
        desk.write("keyed.groovy", host(", key: '" + LAB.key() + "'"));
        desk.write("keyless.groovy", host(""));
    }

    private static String host(String more) {
        return "host 'web1', address: '" + LAB.address("web1") + "', user: 'carol'" + more + "\n";
    }

    @Test
    void thePasswordOfSudoIsTypedOnceAndNotShown() {
        try (Typist typist = desk.typing("exec", "-K", "-i", "keyed.groovy", "--sudo", "web1", "--", "id -un; cat")) {
            String screen = typist.awaits("Password for sudo:").enters(PASSWORD).end();
            assertThat(screen).contains("web1: root", "exit code 0").doesNotContain(PASSWORD);
            assertRestored(screen);
        }
    }

    @Test
    void whereSudoWantsAPasswordThatNobodyGaveItIsSaidHowToGiveIt() {
        Desk.Outcome outcome = desk.dockdsl("exec", "-i", "keyed.groovy", "--sudo", "web1", "--", "id -un");
        assertThat(outcome.err())
                .startsWith("web1: carol may not use sudo without a password\n")
                .contains("--ask-become-pass (-K)", "`sudo: env('SUDO_PASSWORD')`", "ansible_become_password")
                .doesNotContain("sudo: a");
        assertThat(outcome.exitCode()).isEqualTo(4);
    }

    @Test
    void aWrongPasswordOfSudoIsSaidAtOnce() {
        try (Typist typist = desk.typing("exec", "-K", "-i", "keyed.groovy", "--sudo", "web1", "--", "id -un")) {
            String screen = typist.awaits("Password for sudo:").enters("wrong").end();
            assertThat(screen).contains("sudo does not take the password of carol", "exit code 4");
        }
    }

    @Test
    void thePasswordOfSshIsTypedAndCoveredWhereAHostRepeatsIt() {
        try (Typist typist = desk.typing(
                "exec", "-k", "-i", "keyless.groovy", "web1", "--", "id -un; printf 'typed-B1ue-'; echo Kett1e-64")) {
            String screen = typist.awaits("Password for SSH:").enters(PASSWORD).end();
            assertThat(screen)
                    .contains("web1: carol", "web1: ***", "exit code 0")
                    .doesNotContain(PASSWORD);
        }
    }

    @Test
    void anUnknownHostIsAskedAboutWithItsFingerprint() {
        desk.write("home/.ssh/known_hosts", "");
        String fingerprint = LAB.ssh("web1", "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub")
                .split(" ")[1];
        try (Typist typist = desk.typing("exec", "-i", "keyed.groovy", "web1", "--", "id -un")) {
            String screen = typist.awaits(fingerprint)
                    .awaits("Is this the right host? [y/N]")
                    .enters("y")
                    .end();
            assertThat(screen).contains("web1: carol", "exit code 0");
        }
        assertThat(folder.resolve("home/.ssh/known_hosts")).content().contains(" ssh-ed25519 ");
    }

    @Test
    void noIsAnAnswer() {
        desk.write("home/.ssh/known_hosts", "");
        try (Typist typist = desk.typing("exec", "-i", "keyed.groovy", "web1", "--", "id -un")) {
            String screen =
                    typist.awaits("Is this the right host? [y/N]").enters("").end();
            assertThat(screen).contains("its host key is not known", "exit code 4");
        }
        assertThat(folder.resolve("home/.ssh/known_hosts")).isEmptyFile();
    }

    @Test
    void ctrlCAtAQuestionEndsTheRunAndLeavesTheTerminalAsItWas() {
        try (Typist typist = desk.typing("exec", "-k", "-i", "keyless.groovy", "web1", "--", "id -un")) {
            String screen =
                    typist.awaits("Password for SSH:").strikes("half\u0003").end();
            assertThat(screen).contains("exit code 99").doesNotContain("half", "Exception");
            assertRestored(screen);
        }
    }

    @Test
    void theVaultPasswordIsTypedAndNotShown() {
        desk.write("plain.yml", "key: value-" + PASSWORD.length() + "\n");
        try (Typist typist = desk.typing("secrets", "encrypt", "--ask-vault-pass", "plain.yml")) {
            String screen = typist.awaits("New: Vault password:")
                    .enters(PASSWORD)
                    .awaits("Again: Vault password:")
                    .enters(PASSWORD)
                    .end();
            assertThat(screen).contains("exit code 0").doesNotContain(PASSWORD);
        }
        assertThat(folder.resolve("plain.yml")).content().startsWith("$ANSIBLE_VAULT;1.1;AES256");
        try (Typist typist = desk.typing("secrets", "view", "--ask-vault-pass", "plain.yml")) {
            String screen = typist.awaits("Vault password:").enters(PASSWORD).end();
            assertThat(screen).contains("exit code 0").doesNotContain(PASSWORD);
        }
        try (Typist typist = desk.typing("secrets", "view", "--ask-vault-pass", "plain.yml")) {
            assertThat(typist.awaits("Vault password:").strikes("\u0003").end()).contains("exit code 99");
        }
    }

    @Test
    void aSecretIsTypedBeforeAnythingConnects() {
        desk.write("site.groovy", """
                site 'prompted'
                secret 'inner', from: prompt('The inner word')
                container('one') { on 'web1'; image '10.213.0.1:5000/hello:1'; secret 'inner' }
                """);
        try (Typist typist = desk.typing("plan", "-i", "keyed.groovy", "site.groovy")) {
            String screen = typist.awaits("The inner word").strikes("\u0003").end();
            assertThat(screen).contains("exit code 99");
            assertRestored(screen);
        }
        try (Typist typist = desk.typing("plan", "-K", "-i", "keyed.groovy", "site.groovy")) {
            String screen = typist.awaits("Password for sudo:")
                    .enters(PASSWORD)
                    .awaits("The inner word")
                    .enters("inner-" + PASSWORD)
                    .end();
            assertThat(screen).contains("exit code 0").doesNotContain(PASSWORD);
        }
    }

    private static void assertRestored(String screen) {
        assertThat(screen.substring(screen.indexOf("exit code")))
                .containsPattern("[ ;]icanon")
                .containsPattern("(^|[ ;\\n])echo ")
                .containsPattern("[ ;\\n]isig");
    }
}
