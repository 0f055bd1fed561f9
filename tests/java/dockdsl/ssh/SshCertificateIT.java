package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and hosts for whom an authority vouches. */
class SshCertificateIT {
    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");
    private static final String SETTINGS = "/etc/ssh/sshd_config.d/certificates.conf";
    private static final String RELOAD = " && systemctl reset-failed ssh && systemctl restart ssh";

    @TempDir
    static Path authority;

    @TempDir
    Path home;

    private Path ssh;

    @BeforeAll
    static void trustTheAuthority() throws Exception {
        SshKeygen.key(authority.resolve("ca"));
        LAB.ssh(
                "b1",
                "echo "
                        + Command.quoted(
                                Files.readString(authority.resolve("ca.pub")).strip()) + " >/etc/ssh/ca.pub"
                        + " && echo 'TrustedUserCAKeys /etc/ssh/ca.pub' >" + SETTINGS + RELOAD);
    }

    @AfterAll
    static void forgetTheAuthority() {
        LAB.ssh("b1", "rm -f " + SETTINGS + " /etc/ssh/ca.pub /etc/ssh/host-cert.pub" + RELOAD);
    }

    @BeforeEach
    void makeFolder() throws IOException {
        ssh = Files.createDirectories(home.resolve(".ssh"));
        Files.copy(LAB.knownHosts(), ssh.resolve("known_hosts"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void logsInWithTheCertificateBesideTheKey(String type) throws Exception {
        var key = certified("id_" + type, type, "root");
        assertThat(logIn(Map.of(), keyed(key))).isEqualTo("root");
    }

    @Test
    void logsInWithTheCertificateBesideTheUsualKey() throws Exception {
        certified("id_ed25519", "ed25519", "root");
        assertThat(logIn(Map.of(), keyed())).isEqualTo("root");
    }

    @Test
    void logsInWithTheCertificateThatTheConfigurationNames() throws Exception {
        var key = certified("mine", "ed25519", "root");
        var elsewhere = Files.move(Path.of(key + "-cert.pub"), home.resolve("elsewhere.pub"));
        configure("IdentityFile " + key, "CertificateFile " + elsewhere, "IdentitiesOnly yes");
        assertThat(logIn(Map.of(), keyed())).isEqualTo("root");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void logsInWithTheCertificateOfTheAgent(String type) throws Exception {
        var key = certified("mine", type, "root");
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(key);
            Files.delete(key);
            assertThat(logIn(Map.of("SSH_AUTH_SOCK", agent.socket().toString()), keyed()))
                    .isEqualTo("root");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void takesTheKeyForACertificateFromTheAgent(String type) throws Exception {
        var key = certified("mine", type, "root");
        var certificate = Files.move(Path.of(key + "-cert.pub"), home.resolve("elsewhere.pub"));
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(key);
            Files.delete(key);
            configure("CertificateFile " + certificate, "IdentitiesOnly yes", "IdentityFile " + home.resolve("none"));
            assertThat(logIn(Map.of("SSH_AUTH_SOCK", agent.socket().toString()), keyed()))
                    .isEqualTo("root");
        }
    }

    @Test
    void takesTheKeyForAPublicKeyFileFromTheAgent() throws Exception {
        var key = certified("mine", "ed25519", "root");
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(key);
            Files.delete(key);
            configure("IdentityFile " + key + ".pub", "IdentitiesOnly yes", "CertificateFile " + key + "-cert.pub");
            assertThat(logIn(Map.of("SSH_AUTH_SOCK", agent.socket().toString()), keyed()))
                    .isEqualTo("root");
        }
    }

    @Test
    void saysThatTheCertificateHasExpired() throws Exception {
        var key = SshKeygen.key(ssh.resolve("mine"));
        sign(key, "-n", "root", "-V", "20200101000000Z:20200102000000Z");
        assertThatThrownBy(() -> logIn(Map.of(), keyed(key)))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageStartingWith("root@" + LAB.address("b1") + " was not let in with " + key + "-cert.pub")
                .hasMessageContaining("the certificate " + key + "-cert.pub expired at 2020-01-02T00:00:00Z");
    }

    @Test
    void saysForWhomTheCertificateIs() throws Exception {
        var key = certified("mine", "ed25519", "admin,backup");
        assertThatThrownBy(() -> logIn(Map.of(), keyed(key)))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(
                        "the certificate " + key + "-cert.pub is for admin, backup, which does not say root");
    }

    @Test
    void saysThatACertificateIsNotThere() throws Exception {
        var key = SshKeygen.key(ssh.resolve("mine"));
        configure("CertificateFile " + home.resolve("none"), "IdentityFile " + key);
        assertThatThrownBy(() -> logIn(Map.of(), keyed()))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(home.resolve("none") + ": no such file");
    }

    @Test
    void believesAHostForWhomTheAuthorityVouches() throws Exception {
        certifyHost("-n", LAB.address("b1") + ",other");
        knowing("@cert-authority " + LAB.address("b1") + " " + authorityKey());
        assertThat(logIn(Map.of(), keyed(LAB.key()))).isEqualTo("root");
    }

    @Test
    void looksForTheAliasInTheCertificate() throws Exception {
        certifyHost("-n", "*.internal");
        knowing("@cert-authority *.internal " + authorityKey());
        configure("HostKeyAlias b1.internal");
        assertThat(logIn(Map.of(), keyed(LAB.key()))).isEqualTo("root");
    }

    @Test
    void saysWhyTheCertificateOfTheHostIsNotTaken() throws Exception {
        knowing("@cert-authority * " + authorityKey());
        certifyHost("-n", "other");
        assertThatThrownBy(() -> logIn(Map.of(), keyed(LAB.key())))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageStartingWith("its host key is not known")
                .hasMessageEndingWith("its certificate is of an authority in known_hosts, but is for other and not for "
                        + LAB.address("b1"));
        certifyHost("-n", LAB.address("b1"), "-V", "20200101000000Z:20200102000000Z");
        assertThatThrownBy(() -> logIn(Map.of(), keyed(LAB.key())))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageEndingWith("but expired at 2020-01-02T00:00:00Z");
    }

    @Test
    void doesNotBelieveAnAuthorityThatIsNotKnownOrRevoked() throws Exception {
        certifyHost("-n", LAB.address("b1"));
        knowing("@cert-authority elsewhere " + authorityKey());
        assertThatThrownBy(() -> logIn(Map.of(), keyed(LAB.key()))).hasMessageStartingWith("its host key is not known");
        knowing("@cert-authority * " + authorityKey(), "@revoked * " + authorityKey());
        assertThatThrownBy(() -> logIn(Map.of(), keyed(LAB.key()))).hasMessageStartingWith("its host key is not known");
    }

    /** A key with a certificate beside it. */
    private Path certified(String name, String type, String principals) throws Exception {
        var key = SshKeygen.key(ssh.resolve(name), type, "RFC4716", "");
        sign(key, "-n", principals);
        return key;
    }

    private static void sign(Path key, String... options) throws Exception {
        sign(key, List.of(options), List.of());
    }

    private static void sign(Path key, List<String> options, List<String> kind) throws Exception {
        var words = new ArrayList<>(List.of("-q", "-s", authority.resolve("ca").toString(), "-I", "a test's"));
        words.addAll(kind);
        words.addAll(options);
        words.add(key + ".pub");
        SshKeygen.run(words.toArray(String[]::new));
    }

    private void certifyHost(String... options) throws Exception {
        var pub = home.resolve("host.pub");
        Files.writeString(pub, LAB.ssh("b1", "cat /etc/ssh/ssh_host_ed25519_key.pub"));
        sign(home.resolve("host"), List.of(options), List.of("-h"));
        LAB.ssh(
                "b1",
                "echo "
                        + Command.quoted(
                                Files.readString(home.resolve("host-cert.pub")).strip())
                        + " >/etc/ssh/host-cert.pub && printf 'TrustedUserCAKeys /etc/ssh/ca.pub\\n"
                        + "HostCertificate /etc/ssh/host-cert.pub\\n' >" + SETTINGS + RELOAD);
    }

    private static String authorityKey() {
        return "ssh-ed25519 " + SshKeygen.publicKey(authority.resolve("ca"));
    }

    private void knowing(String... lines) throws IOException {
        Files.writeString(ssh.resolve("known_hosts"), String.join("\n", lines) + "\n");
    }

    private void configure(String... lines) throws IOException {
        Files.writeString(ssh.resolve("config"), String.join("\n", lines) + "\n");
    }

    private String logIn(Map<String, String> environment, Host host) {
        try (var connector = new SshConnector(SshSettings.ofUser(home, "root", environment))) {
            return connector
                    .connect(host)
                    .shell()
                    .run(Command.script("id -un"))
                    .out()
                    .strip();
        }
    }

    private static Host keyed(Path... key) {
        var access = new Host.Ssh(
                LAB.address("b1"),
                Optional.empty(),
                Optional.empty(),
                Stream.of(key).map(Path::toString).findFirst(),
                Optional.empty(),
                Host.Sudo.UNSAID,
                Host.Ssh.USUAL_TIMEOUT);
        return new Host(
                "b1", new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("inventory"));
    }
}
