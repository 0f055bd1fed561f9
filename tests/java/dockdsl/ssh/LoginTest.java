package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in by a host on loopback. */
class LoginTest {
    @TempDir
    Path home;

    private PracticeHost practice;
    private Path key;

    @BeforeEach
    void start() {
        practice = PracticeHost.start(home, UnixDomainSocketAddress.of(home.resolve("none")), command -> "");
        key = home.resolve(".ssh/id_ed25519");
    }

    @AfterEach
    void stop() {
        practice.close();
    }

    @Test
    void aKeyToWhichOthersHaveRightsIsNotUsedUntilTheyAreTaken() throws IOException {
        rights("rw-r-----");
        try (var connector = connector()) {
            assertRefused(connector)
                    .hasMessage("there is no key to log in with as me@127.0.0.1:" + practice.port() + "; " + key
                            + " was not used: others than its owner have rights to it (mode 0640)")
                    .extracting(e -> ((HostUnreachable) e).remedy())
                    .isEqualTo("Make private keys private: `chmod 600 " + key
                            + "`. OpenSSH does not use them otherwise, either.");
            rights("rw-------");
            connector.connect(host()).close();
        }
    }

    @Test
    void aKeyToWhichOthersHaveRightsIsLeftToTheAgent() throws Exception {
        try (var agent = SshAgent.start(home.resolve("agent"))) {
            agent.add(key);
            rights("rw-r--r--");
            Files.writeString(home.resolve(".ssh/config"), "IdentitiesOnly yes\nIdentityFile " + key + "\n");
            var environment = Map.of("SSH_AUTH_SOCK", agent.socket().toString());
            try (var connector = new SshConnector(SshSettings.ofUser(home, "me", environment))) {
                connector.connect(host()).close();
            }
        }
    }

    @Test
    void keysAreNotUsedWhereTheConfigurationForbidsThem() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "Host 127.*\n  PubkeyAuthentication no\n");
        try (var connector = connector()) {
            assertRefused(connector)
                    .hasMessage("there is nothing to log in with as me@127.0.0.1:" + practice.port()
                            + "; keys are not used, because the SSH configuration says `PubkeyAuthentication no` ("
                            + home + "/.ssh/config:2)")
                    .extracting(e -> ((HostUnreachable) e).remedy())
                    .isEqualTo(
                            "Let the SSH configuration allow keys for this host, or give a password with --ask-pass.");
        }
    }

    @Test
    void thereIsNoWayInWhereTheConfigurationLeavesNone() throws IOException {
        Files.writeString(home.resolve(".ssh/config"), "PreferredAuthentications gssapi-with-mic\n");
        try (var connector = connector()) {
            assertRefused(connector).hasMessageContaining("`PreferredAuthentications gssapi-with-mic`");
        }
    }

    @Test
    void whatFilesSaidIsReadAnewWhenItIsAskedFor() throws IOException {
        var knownHosts = home.resolve(".ssh/known_hosts");
        var known = Files.readString(knownHosts);
        Files.writeString(knownHosts, "");
        try (var connector = connector()) {
            assertRefused(connector).hasMessageContaining("its host key is not known");
            Files.writeString(knownHosts, known);
            assertRefused(connector).hasMessageContaining("its host key is not known");
            connector.refresh();
            connector.connect(host()).close();
        }
    }

    @Test
    void aHostInBetweenThatFailedIsTriedAgainWhenItIsAskedFor() throws IOException {
        var logins = new AtomicInteger();
        var bastions = new Bastions(bastion -> {
            logins.incrementAndGet();
            throw new HostUnreachable(bastion.host(), "it is off", "");
        });
        var bastion = new Destinations(SshSettings.ofUser(home, "me", Map.of()), name -> Optional.empty())
                .of("edge", (Host.Ssh) host().access());
        for (var each : List.of("web1", "web2")) {
            assertThatThrownBy(() -> bastions.session(bastion, each)).hasMessageEndingWith("it is off");
        }
        assertThat(logins).hasValue(1);
        bastions.refresh();
        assertThatThrownBy(() -> bastions.session(bastion, "web1")).hasMessageEndingWith("it is off");
        assertThat(logins).hasValue(2);
    }

    @Test
    void whoIsNotLetInIsToldWhereTheHostIsDeclared() throws IOException {
        Files.delete(key);
        try (var connector = connector()) {
            assertRefused(connector)
                    .extracting(e -> ((HostUnreachable) e).where())
                    .isEqualTo(Optional.of(host().where()));
        }
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(SshConnector connector) {
        return assertThatThrownBy(() -> connector.connect(host())).isInstanceOf(HostUnreachable.class);
    }

    private SshConnector connector() {
        return new SshConnector(SshSettings.ofUser(home, "me", Map.of()));
    }

    private Host host() {
        var access = new Host.Ssh(
                practice.address(),
                Optional.of(practice.port()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Host.Sudo.UNSAID,
                Host.Ssh.USUAL_TIMEOUT);
        return new Host(
                "web1", new LinkedHashSet<>(), Map.of(), access, Optional.empty(), SourceRef.startOf("inventory"));
    }

    private void rights(String rights) throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(rights));
    }
}
