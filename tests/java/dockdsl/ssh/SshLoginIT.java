package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Command;
import dockdsl.lab.Lab;
import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, and which hosts are believed. */
class SshLoginIT {
    private static final Lab LAB = Lab.up("ssh", "s1:docker", "s2:docker", "b1:bare");
    private static final Secret PASSPHRASE = Secret.of("open sesame");

    @TempDir
    Path home;

    private Path ssh;

    @BeforeEach
    void makeFolder() throws IOException {
        ssh = Files.createDirectories(home.resolve(".ssh"));
    }

    @Test
    void refusesAnUnknownHostAndSaysHowToAcceptIt() {
        assertThatThrownBy(() -> logIn(settings(), host(Optional.of(LAB.key()))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessage("its host key is not known: ssh-ed25519 " + fingerprint() + " for " + LAB.address("b1"))
                .extracting(e -> ((HostUnreachable) e).remedy())
                .asString()
                .contains("--accept-new", "known_hosts");
    }

    @Test
    void acceptsAnUnknownHostOnceAndKnowsItFromThenOn() throws IOException {
        var accepting = deciding(HostKeyQuestions.acceptNew());
        assertThat(logIn(accepting, host(Optional.of(LAB.key())))).isEqualTo("root");
        assertThat(new KnownHosts().types(List.of(ssh.resolve("known_hosts")), LAB.address("b1")))
                .containsExactly("ssh-ed25519");
        assertThat(logIn(settings(), host(Optional.of(LAB.key())))).isEqualTo("root");
    }

    @Test
    void asksWithTheFingerprint() {
        var asked = new AtomicInteger();
        var asking = deciding(key -> {
            asked.incrementAndGet();
            return key.host().equals("b1") && key.fingerprint().equals(fingerprint());
        });
        assertThat(logIn(asking, host(Optional.of(LAB.key())))).isEqualTo("root");
        assertThat(asked).hasValue(1);
    }

    @Test
    void neverAcceptsAChangedKey() throws Exception {
        var other = SshKeygen.publicKey(SshKeygen.key(home.resolve("other")));
        knowing(LAB.address("b1") + " ssh-ed25519 " + other);
        assertThatThrownBy(() -> logIn(deciding(HostKeyQuestions.acceptNew()), host(Optional.of(LAB.key()))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining("its host key has changed")
                .extracting(e -> ((HostUnreachable) e).remedy())
                .asString()
                .contains("-R '" + LAB.address("b1") + "'");
    }

    @Test
    void neverAcceptsARevokedKey() throws IOException {
        knowing(
                "@revoked * ssh-ed25519 " + hostKey("ssh-ed25519"),
                LAB.address("b1") + " ssh-ed25519 " + hostKey("ssh-ed25519"));
        assertThatThrownBy(() -> logIn(deciding(HostKeyQuestions.acceptNew()), host(Optional.of(LAB.key()))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining("its host key is revoked");
    }

    @Test
    void asksTheHostForTheKeyThatIsKnown() throws IOException {
        knowing(LAB.address("b1") + " ecdsa-sha2-nistp256 " + hostKey("ecdsa-sha2-nistp256"));
        assertThat(logIn(settings(), host(Optional.of(LAB.key())))).isEqualTo("root");
    }

    @Test
    void logsInWithTheUsualKeyOfTheUser() throws IOException {
        knowing();
        Files.copy(LAB.key(), ssh.resolve("id_ed25519"));
        assertThat(logIn(settings(), host(Optional.empty()))).isEqualTo("root");
    }

    @Test
    void goesOnToTheNextKeyWhenOneIsRefused() throws Exception {
        knowing();
        Files.copy(LAB.key(), ssh.resolve("id_ed25519"));
        var refused = SshKeygen.key(home.resolve("refused"), "rsa", "PEM", "");
        Files.writeString(ssh.resolve("config"), "IdentityFile " + refused + "\nIdentityFile ~/.ssh/id_ed25519\n");
        assertThat(logIn(settings(), host(Optional.empty()))).isEqualTo("root");
    }

    @Test
    void goesOnToTheAgentWhenTheKeyOfTheInventoryIsRefused() throws Exception {
        knowing();
        var named = SshKeygen.key(home.resolve("named"));
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(LAB.key());
            assertThat(logIn(settings(agent), host(Optional.of(named)))).isEqualTo("root");
            assertThat(logIn(settings(agent), host(Optional.of(home.resolve("gone")))))
                    .isEqualTo("root");
        }
    }

    @Test
    void takesTheUsualKeysWhereOnlyIdentitiesCount() throws IOException {
        knowing();
        Files.copy(LAB.key(), ssh.resolve("id_ed25519"));
        Files.writeString(ssh.resolve("config"), "IdentitiesOnly yes\n");
        assertThat(logIn(settings(), host(Optional.empty()))).isEqualTo("root");
    }

    @Test
    void offersNoOtherKeyThanTheOneThatTheInventoryNamesWhereOnlyIdentitiesCount() throws Exception {
        knowing();
        Files.copy(LAB.key(), ssh.resolve("id_ed25519"));
        Files.writeString(ssh.resolve("config"), "IdentitiesOnly yes\n");
        var named = SshKeygen.key(home.resolve("named"));
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(LAB.key());
            assertThatThrownBy(() -> logIn(settings(agent), host(Optional.of(named))))
                    .isInstanceOf(HostUnreachable.class)
                    .hasMessageMatching("root@\\S+ was not let in with " + named + " \\(SHA256:\\S+\\)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void logsInWithKeysOfEveryType(String type) throws Exception {
        knowing();
        var key = SshKeygen.key(home.resolve("key"), type, "RFC4716", "");
        LAB.ssh(
                "b1",
                "echo " + Command.quoted(Files.readString(Path.of(key + ".pub")).strip())
                        + " >/root/.ssh/authorized_keys2");
        try {
            assertThat(logIn(settings(), host(Optional.of(key)))).isEqualTo("root");
        } finally {
            LAB.ssh("b1", "rm /root/.ssh/authorized_keys2");
        }
    }

    @Test
    void goesThroughAProgramAsTheConfigurationSays() throws IOException {
        Files.writeString(ssh.resolve("config"), """
                Host bee
                  HostName %s
                  User root
                  IdentityFile %s
                  UserKnownHostsFile %s
                  ProxyCommand bash -c 'exec 3<>/dev/tcp/%%h/%%p; cat <&3 & exec cat >&3'
                """.formatted(LAB.address("b1"), LAB.key(), LAB.knownHosts()));
        assertThat(logIn(settings(), host("bee", Host.Ssh.to("bee")))).isEqualTo("root");
    }

    @Test
    void refusesAnUnknownHostWithoutAskingWhereTheConfigurationWantsThat() throws IOException {
        Files.writeString(ssh.resolve("config"), "StrictHostKeyChecking yes\n");
        var settings = deciding(HostKeyQuestions.acceptNew());
        assertThatThrownBy(() -> logIn(settings, host(Optional.of(LAB.key()))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(fingerprint())
                .extracting(e -> ((HostUnreachable) e).remedy())
                .asString()
                .contains("StrictHostKeyChecking yes");
    }

    @Test
    void asksAboutOneAddressOnceWhateverItsHostsAreCalled() {
        var asked = new AtomicInteger();
        var asking = deciding(key -> asked.incrementAndGet() > 0);
        try (var connector = new SshConnector(asking)) {
            List.of("one", "two", "three").parallelStream()
                    .map(name ->
                            host(name, (Host.Ssh) host(Optional.of(LAB.key())).access()))
                    .forEach(host -> connector.connect(host).close());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void saysWhichKeysWereRefused() throws Exception {
        knowing();
        var refused = SshKeygen.key(ssh.resolve("id_ed25519"));
        assertThatThrownBy(() -> logIn(settings(), host(Optional.empty())))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageStartingWith("root@" + LAB.address("b1") + " was not let in with " + refused + " (SHA256:");
    }

    @Test
    void saysThatThereIsNoKey() throws IOException {
        knowing();
        assertThatThrownBy(() -> logIn(settings(), host(Optional.of(home.resolve("none")))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageStartingWith("there is no key to log in with as root@")
                .hasMessageContaining("none: no such file");
    }

    @Test
    void usesNoKeyThatSshRefusesForTheRightsOfOthers() throws Exception {
        knowing();
        var key = Files.copy(LAB.key(), home.resolve("open"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> logIn(settings(), host(Optional.of(key))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(key + " was not used: others than its owner have rights to it (mode 0640)");
        assertThat(openSsh(key)).contains("UNPROTECTED PRIVATE KEY FILE");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("r--------"));
        assertThat(logIn(settings(), host(Optional.of(key)))).isEqualTo("root");
        assertThat(openSsh(key)).isEqualTo("root\n");
    }

    /** What OpenSSH's client says. */
    private String openSsh(Path key) throws Exception {
        var ssh = new ProcessBuilder("ssh", "-F", "/dev/null", "-o", "BatchMode=yes", "-o", "IdentitiesOnly=yes")
                .redirectErrorStream(true);
        ssh.command().addAll(List.of("-o", "UserKnownHostsFile=" + LAB.knownHosts(), "-i", key.toString()));
        ssh.command().addAll(List.of("root@" + LAB.address("b1"), "id -un"));
        return new String(ssh.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void opensAnEncryptedKeyWithThePassphraseOfTheEnvironment() throws Exception {
        knowing();
        var settings = SshSettings.ofUser(home, "root", Map.of("DOCKDSL_SSH_PASSPHRASE", PASSPHRASE.revealText()));
        assertThat(logIn(settings, host(Optional.of(encrypted())))).isEqualTo("root");
    }

    @Test
    void asksForThePassphraseOnceForAllHosts() throws Exception {
        knowing();
        var asked = new AtomicInteger();
        var settings = asking(file -> {
            asked.incrementAndGet();
            return Optional.of(PASSPHRASE);
        });
        var key = Optional.of(encrypted());
        try (var connector = new SshConnector(settings)) {
            List.of(host(key), host(key), host(key)).parallelStream()
                    .forEach(host -> connector.connect(host).close());
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void saysThatAKeyIsEncrypted() throws Exception {
        knowing();
        var key = encrypted();
        assertThatThrownBy(() -> logIn(settings(), host(Optional.of(key))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(key + " was not used: it is encrypted and there is nobody to ask");
    }

    @Test
    void saysThatThePassphraseIsWrong() throws Exception {
        knowing();
        var key = encrypted();
        var settings = asking(file -> Optional.of(Secret.of("wrong")));
        assertThatThrownBy(() -> logIn(settings, host(Optional.of(key))))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining(key + " was not used: the passphrase for it is wrong");
    }

    @Test
    void logsInWithTheKeysOfTheAgent() throws Exception {
        knowing();
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(LAB.key());
            assertThat(logIn(settings(agent), host(Optional.empty()))).isEqualTo("root");
        }
    }

    @Test
    void leavesALockedKeyFileToTheAgentThatHasIt() throws Exception {
        knowing();
        var key = encrypted();
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(LAB.key());
            assertThat(logIn(settings(agent), host(Optional.of(key)))).isEqualTo("root");
        }
    }

    @Test
    void saysThatTheAgentDoesNotAnswer() throws IOException {
        knowing();
        var settings = SshSettings.ofUser(home, "root", Map.of("SSH_AUTH_SOCK", home + "/gone"));
        assertThatThrownBy(() -> logIn(settings, host(Optional.empty())))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining("the ssh-agent at " + home + "/gone does not answer");
    }

    @Test
    void findsTheHostByItsAliasInTheConfiguration() throws IOException {
        Files.writeString(ssh.resolve("config"), """
                Host bee
                  HostName %s
                  User ops
                  IdentityFile %s
                  UserKnownHostsFile %s
                """.formatted(LAB.address("b1"), LAB.key(), LAB.knownHosts()));
        assertThat(logIn(settings(), host("bee", Host.Ssh.to("bee")))).isEqualTo("ops");
    }

    @Test
    void jumpsAsTheConfigurationSays() throws IOException {
        Files.writeString(ssh.resolve("config"), """
                Host s2
                  ProxyJump ops@%s
                Host *
                  IdentityFile %s
                  UserKnownHostsFile %s
                """.formatted(LAB.address("b1"), LAB.key(), LAB.knownHosts()));
        assertThat(logIn(settings(), host("s2", Host.Ssh.to("s2")))).isEqualTo("root");
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

    private SshSettings deciding(HostKeyQuestions hostKeys) {
        return settings().asking(Passphrases.nobodyToAsk(), hostKeys);
    }

    private SshSettings asking(Passphrases passphrases) {
        return settings().asking(passphrases, HostKeyQuestions.refuse());
    }

    private SshSettings settings() {
        return SshSettings.ofUser(home, "root", Map.of());
    }

    private SshSettings settings(SshAgent agent) {
        return SshSettings.ofUser(
                home, "root", Map.of("SSH_AUTH_SOCK", agent.socket().toString()));
    }

    private static Host host(Optional<Path> keyFile) {
        var access = new Host.Ssh(
                LAB.address("b1"),
                Optional.empty(),
                Optional.empty(),
                keyFile.map(Path::toString),
                Optional.empty(),
                Host.Sudo.UNSAID,
                Host.Ssh.USUAL_TIMEOUT);
        return host("b1", access);
    }

    private static Host host(String name, Host.Ssh access) {
        return new Host(
                name, new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("inventory"));
    }

    /** Everything the lab knows, or these lines only. */
    private void knowing(String... lines) throws IOException {
        var text = lines.length == 0 ? Files.readString(LAB.knownHosts()) : String.join("\n", lines) + "\n";
        Files.writeString(ssh.resolve("known_hosts"), text);
    }

    /** The lab's key with a passphrase. */
    private Path encrypted() throws IOException, InterruptedException {
        var file = Files.copy(LAB.key(), home.resolve("encrypted"));
        SshKeygen.run("-q", "-p", "-P", "", "-N", PASSPHRASE.revealText(), "-f", file.toString());
        return file;
    }

    private static String hostKey(String type) throws IOException {
        return Files.readString(LAB.knownHosts())
                .lines()
                .filter(line -> line.startsWith("b1,") && line.contains(type))
                .map(line -> line.split(" ")[2])
                .findFirst()
                .orElseThrow();
    }

    private static String fingerprint() {
        return LAB.ssh("b1", "ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub").split(" ")[1];
    }
}
