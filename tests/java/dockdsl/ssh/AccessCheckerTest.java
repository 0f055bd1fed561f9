package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.Problem;
import dockdsl.problem.Problem.Severity;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCheckerTest {
    @TempDir
    Path home;

    private final List<Host> hosts = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
    }

    @Test
    void hasNothingToSayOfHostsThatNameNothing() {
        host("web1", Optional.empty(), Optional.empty());
        assertThat(problems()).isEmpty();
    }

    @Test
    void hasNothingToSayOfWhatIsThere() throws Exception {
        SshKeygen.key(home.resolve(".ssh/mine"));
        SshKeygen.key(home.resolve(".ssh/locked"), "ed25519", "RFC4716", "a passphrase");
        configure(
                "Host edge",
                " HostName 10.0.0.1",
                "Host *",
                " IdentityFile ~/.ssh/%r.pub",
                " IdentityFile ~/.ssh/locked");
        Files.copy(home.resolve(".ssh/mine.pub"), home.resolve(".ssh/me.pub"));
        host("bastion", Optional.empty(), Optional.empty());
        host("web1", Optional.of("~/.ssh/mine"), Optional.of("bastion"));
        host("web2", Optional.empty(), Optional.of("edge"));
        host("web3", Optional.empty(), Optional.of("ops@jump.example.com:2222"));
        host("web4", Optional.empty(), Optional.of("10.0.0.7"));
        assertThat(problems()).isEmpty();
    }

    @Test
    void aKeyThatIsNotThereIsToldOnceAtItsFirstHost() {
        host("web1", Optional.of("~/.ssh/none"), Optional.empty());
        host("web2", Optional.of("~/.ssh/none"), Optional.empty());
        assertThat(problems())
                .containsExactly("WARNING inventory:1 the key for host 'web1' and 1 more can't be used: " + home
                        + "/.ssh/none: no such file");
    }

    @Test
    void whatIsNoKeyIsNamed() throws IOException {
        Files.writeString(home.resolve("notes"), "buy milk");
        host("web1", Optional.of(home.resolve("notes").toString()), Optional.empty());
        assertThat(problems()).singleElement().asString().contains("/notes: cannot be read: it holds no private key");
    }

    @Test
    void aKeyToWhichOthersHaveRightsIsNamed() throws Exception {
        var key = SshKeygen.key(home.resolve("my key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        host("web1", Optional.of(key.toString()), Optional.empty());
        assertThat(problems())
                .containsExactly("WARNING inventory:1 the key for host 'web1' can't be used: " + key
                        + ": others than its owner have rights to it (mode 0644)");
        assertThat(checked().getFirst().remedy()).startsWith("Make it private: `chmod 600 '" + key + "'`.");
    }

    @Test
    void theConfigurationIsNamedWithItsLine() throws IOException {
        configure("Host web*", "  IdentityFile ~/.ssh/a", "  CertificateFile ~/.ssh/a-cert.pub");
        host("web1", Optional.empty(), Optional.empty());
        host("db1", Optional.empty(), Optional.empty());
        assertThat(problems())
                .containsExactly(
                        "WARNING " + home + "/.ssh/config:2 the key for host 'web1' can't be used: " + home
                                + "/.ssh/a: no such file",
                        "WARNING " + home + "/.ssh/config:3 the certificate for host 'web1' can't be used: " + home
                                + "/.ssh/a-cert.pub: no such file");
    }

    @Test
    void aKeyOfTheInventoryLeavesThoseOfTheConfigurationAlone() throws Exception {
        configure("IdentityFile ~/.ssh/none");
        host("web1", Optional.of(SshKeygen.key(home.resolve("mine")).toString()), Optional.empty());
        assertThat(problems()).isEmpty();
    }

    @Test
    void aJumpThatNobodyKnowsIsGuessed() {
        host("bastion", Optional.empty(), Optional.empty());
        host("web1", Optional.empty(), Optional.of("bastoin"));
        assertThat(problems())
                .containsExactly(
                        "WARNING inventory:2 host 'web1' is reached through 'bastoin', which is neither a host of"
                                + " the inventory nor a `Host` of the SSH configuration");
        assertThat(checked()).singleElement().extracting(Problem::remedy).isEqualTo("Did you mean 'bastion'?");
    }

    @Test
    void aJumpOfTheConfigurationHasItsPlaceThere() throws IOException {
        configure("Host edge", " User joe", "Host web1", " ProxyJump egde");
        host("web1", Optional.empty(), Optional.empty());
        assertThat(problems()).singleElement().asString().startsWith("WARNING " + home + "/.ssh/config:4 host 'web1'");
        assertThat(checked()).singleElement().extracting(Problem::remedy).isEqualTo("Did you mean 'edge'?");
    }

    @Test
    void jumpsInCirclesAndNonsenseAreErrors() {
        host("a", Optional.empty(), Optional.of("b"));
        host("b", Optional.empty(), Optional.of("a"));
        host("c", Optional.empty(), Optional.of("user@"));
        assertThat(problems())
                .containsExactly(
                        "ERROR inventory:1 there is no way to host 'a': the way to it jumps in circles",
                        "ERROR inventory:2 there is no way to host 'b': the way to it jumps in circles",
                        "ERROR inventory:3 there is no way to host 'c': \"user@\" is no host to jump through");
    }

    private void host(String name, Optional<String> key, Optional<String> jump) {
        var access = new Host.Ssh(
                name, Optional.empty(), Optional.empty(), key, jump, Host.Sudo.UNSAID, Host.Ssh.USUAL_TIMEOUT);
        hosts.add(new Host(
                name,
                new LinkedHashSet<>(),
                Map.of(),
                access,
                Optional.empty(),
                new SourceRef("inventory", hosts.size() + 1, 1)));
    }

    private void configure(String... lines) throws IOException {
        Files.writeString(home.resolve(".ssh/config"), String.join("\n", lines) + "\n");
    }

    private List<String> problems() {
        return checked().stream()
                .map(problem -> (problem.severity() == Severity.ERROR ? "ERROR " : "WARNING ")
                        + problem.where().fileAndLine() + " " + problem.what())
                .toList();
    }

    private List<Problem> checked() {
        return new AccessChecker(SshSettings.ofUser(home, "me", Map.of()))
                .of(new Inventory(hosts, new LinkedHashSet<>(), Map.of()));
    }
}
