package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {
    @TempDir
    Path home;

    @Test
    void tokensAndVariablesStandInNamesOfFiles() throws IOException {
        var to = to("""
                User bob
                Port 2200
                HostName %h.example.com
                HostKeyAlias alias
                IdentityFile ~/.ssh/%r@%h:%p
                IdentityFile ${HERE}/%n-%k-%u
                CertificateFile %d/%%
                IdentityAgent ${HERE}/agent-%p
                UserKnownHostsFile ${HERE}/known ~/%n
                """);
        assertThat(to.keys().named())
                .containsExactly(home.resolve(".ssh/bob@web1.example.com:2200"), Path.of("/here/web1-alias-me"));
        assertThat(to.keys().certificates()).containsExactly(home.resolve("%"));
        assertThat(to.keys().agent()).contains(Path.of("/here/agent-2200"));
        assertThat(to.knownHosts().users()).containsExactly(Path.of("/here/known"), home.resolve("web1"));
    }

    @Test
    void theAgentMayBeNamedByAVariable() throws IOException {
        assertThat(to("IdentityAgent $OTHER\n").keys().agent()).contains(Path.of("/other"));
        assertThat(to("IdentityAgent $NOBODY\n").keys().agent()).isEmpty();
        assertThat(to("IdentityAgent none\n").keys().agent()).isEmpty();
        assertThat(to("IdentityAgent SSH_AUTH_SOCK\n").keys().agent()).contains(Path.of("/usual"));
        assertThat(to("").keys().agent()).contains(Path.of("/usual"));
    }

    @Test
    void theUsualKeysAreOfferedWhereNobodyNamesOthers() throws IOException {
        assertThat(to("").keys().usual()).isNotEmpty();
        assertThat(to("IdentitiesOnly yes\n").keys().usual()).isNotEmpty();
        assertThat(to("IdentityFile ~/k\n").keys().usual()).isEmpty();
        assertThat(to("IdentityFile none\n").keys().usual()).isEmpty();
        assertThat(to("IdentityFile none\n").keys().named()).isEmpty();
    }

    @Test
    void theConfigurationLeavesWaysToLogIn() throws IOException {
        var all = List.of(LoginMethod.KEYS, LoginMethod.PASSWORD, LoginMethod.ANSWERS);
        assertThat(to("").methods()).isEqualTo(all);
        assertThat(to("PubkeyAuthentication host-bound\n").methods()).isEqualTo(all);
        assertThat(to("PubkeyAuthentication no\nPasswordAuthentication False\n").methods())
                .containsExactly(LoginMethod.ANSWERS);
        assertThat(to("ChallengeResponseAuthentication no\nKbdInteractiveAuthentication yes\n")
                        .methods())
                .containsExactly(LoginMethod.KEYS, LoginMethod.PASSWORD);
        assertThat(to("PreferredAuthentications gssapi-with-mic,keyboard-interactive,publickey\n")
                        .methods())
                .containsExactly(LoginMethod.ANSWERS, LoginMethod.KEYS);
        assertThat(to("PreferredAuthentications gssapi-with-mic\n").methods()).isEmpty();
        assertThat(to("", List.of("PreferredAuthentications=password")).methods())
                .containsExactly(LoginMethod.PASSWORD);
    }

    @Test
    void theLineThatForbidsKeysIsRemarked() throws IOException {
        assertThat(to("Host *\nPubkeyAuthentication no\n").remarks())
                .containsExactly("keys are not used, because the SSH configuration says `PubkeyAuthentication no` ("
                        + home + "/.ssh/config:2)");
        assertThat(to("PreferredAuthentications password\n").remarks())
                .containsExactly("keys are not used, because the SSH configuration says"
                        + " `PreferredAuthentications password` (" + home + "/.ssh/config:1)");
        assertThat(to("PasswordAuthentication no\nKbdInteractiveAuthentication no\n")
                        .remarks())
                .isEmpty();
    }

    @Test
    void flagsMayBeTrueAndFalse() throws IOException {
        assertThat(to("IdentitiesOnly true\n").keys().onlyFiles()).isTrue();
        assertThat(to("HashKnownHosts true\n").knownHosts().hashing()).isTrue();
        assertThat(to("StrictHostKeyChecking true\n").unknownKeys()).isEqualTo(Destination.UnknownKeys.REFUSE);
        assertThat(to("StrictHostKeyChecking false\n").unknownKeys()).isEqualTo(Destination.UnknownKeys.ACCEPT);
    }

    @Test
    void theFilesOfUserAndMachineAreNamedApart() throws IOException {
        var mine = List.of(home.resolve(".ssh/known_hosts"), home.resolve(".ssh/known_hosts2"));
        var machines = List.of(Path.of("/etc/ssh/ssh_known_hosts"), Path.of("/etc/ssh/ssh_known_hosts2"));
        assertThat(to("").knownHosts()).isEqualTo(new KnownHostsFiles(mine, machines, false));
        assertThat(to("UserKnownHostsFile /a\nHashKnownHosts yes\n").knownHosts())
                .isEqualTo(new KnownHostsFiles(List.of(Path.of("/a")), machines, true));
        assertThat(to("GlobalKnownHostsFile /a /b\n").knownHosts())
                .isEqualTo(new KnownHostsFiles(mine, List.of(Path.of("/a"), Path.of("/b")), false));
        assertThat(to("UserKnownHostsFile none\nGlobalKnownHostsFile none\n")
                        .knownHosts()
                        .forNewKeys())
                .isEqualTo(Path.of("/dev/null"));
    }

    @Test
    void aLongerPatienceIsTakenOver() throws IOException {
        assertThat(to("ConnectTimeout 33\n").timeout()).isEqualTo(Duration.ofSeconds(33));
        assertThat(to("ConnectTimeout 3\n").timeout()).isEqualTo(Host.Ssh.USUAL_TIMEOUT);
    }

    @Test
    void aPortThatIsNoneIsToldWithItsPlace() {
        assertThatThrownBy(() -> to("Host web1\n  Port 2222# new\n"))
                .isInstanceOf(HostUnreachable.class)
                .hasMessage("the SSH configuration says `Port 2222#` (" + home + "/.ssh/config:2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x;id",
                "$(id)",
                "`id`",
                "x|id",
                "x&id",
                "x>y",
                "x<y",
                "x y",
                "-oProxyCommand=id",
                "x'",
                "x\"",
                "x\n",
                "${x}",
                "x\\"
            })
    void namesAreNeverMoreThanAWordToAShell(String name) throws IOException {
        assertThatThrownBy(() -> to("ProxyCommand nc %h %p\n", List.of(), name, "me"))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining("which a shell would take for more than a name");
        assertThatThrownBy(() -> to("ProxyCommand nc -l %r h\n", List.of(), "h", name))
                .isInstanceOf(HostUnreachable.class);
        assertThatThrownBy(() -> to("Match exec \"true %n\"\n Port 7\n", List.of(), name, "me"))
                .isInstanceOf(HostUnreachable.class);
        assertThat(to("Port 7\n", List.of(), name, "me").address()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"web-1.example.com, ops", "2001:db8::1, dom\\joe", "fe80::1%eth0, a@b", "10.0.0.1, _x.y+z"})
    void usualNamesAreWords(String name, String user) throws IOException {
        assertThat(to("ProxyCommand nc -l %r %h %p\n", List.of(), name, user).proxyCommand())
                .contains("nc -l " + user + " " + name + " 22");
    }

    @Test
    void hostsInBetweenAreFoundInTheFileOfTheHostBehind() throws IOException {
        var other = Files.writeString(home.resolve("other"), "Host web1\n ProxyJump b\nHost b\n HostName bee\n");
        var to = to("ProxyJump c\n", List.of("Include=" + other));
        assertThat(to.jumps()).extracting(Destination::address).containsExactly("bee");
        assertThatThrownBy(() -> to("", List.of("Include=/no/such")))
                .isInstanceOf(HostUnreachable.class)
                .hasMessageContaining("/no/such");
    }

    @Test
    void anAddressWithColonsAndAPortHasBrackets() throws IOException {
        assertThat(to("User joe\nHostName 2001:db8::1\nPort 7\n").login()).isEqualTo("joe@[2001:db8::1]:7");
        assertThat(to("User joe\nHostName 2001:db8::1\n").login()).isEqualTo("joe@2001:db8::1");
    }

    @Test
    void aKeyThatIsKnownForTheHostDoesForItsOtherPorts() throws IOException {
        var known = Files.writeString(home.resolve("known"), """
                bee ssh-ed25519 AAAA
                @revoked bee ssh-ed25519 CCCC
                [bee]:8 ssh-ed25519 DDDD
                """);
        var start = "HostName bee\nUserKnownHostsFile " + known + "\n";
        assertThat(new KnownHosts().judge(to(start + "Port 7\n"), "AAAA")).isEqualTo(KnownHosts.Verdict.KNOWN);
        assertThat(new KnownHosts().judge(to(start + "Port 7\n"), "BBBB")).isEqualTo(KnownHosts.Verdict.UNKNOWN);
        assertThat(new KnownHosts().judge(to(start + "Port 7\n"), "CCCC")).isEqualTo(KnownHosts.Verdict.REVOKED);
        assertThat(new KnownHosts().judge(to(start + "Port 8\n"), "AAAA")).isEqualTo(KnownHosts.Verdict.CHANGED);
        assertThat(new KnownHosts().judge(to(start + "Port 7\nHostKeyAlias x\n"), "AAAA"))
                .isEqualTo(KnownHosts.Verdict.UNKNOWN);
    }

    private Destination to(String config) throws IOException {
        return to(config, List.of());
    }

    private Destination to(String config, List<String> options) throws IOException {
        return to(config, options, "web1", "");
    }

    /** @param user empty when the inventory says nothing */
    private Destination to(String config, List<String> options, String address, String user) throws IOException {
        Files.createDirectories(home.resolve(".ssh"));
        Files.writeString(home.resolve(".ssh/config"), config);
        var ofUser = SshSettings.ofUser(
                home, "me", Map.of("SSH_AUTH_SOCK", "/usual", "HERE", "/here", "OTHER", "/other", "EMPTY", ""));
        var settings = new SshSettings(
                1,
                ofUser.user(),
                new SshFiles(
                        List.of(home.resolve(".ssh/config")), ofUser.files().knownHosts()),
                ofUser.credentials(),
                ofUser.questions());
        var access = new Host.Ssh(
                address,
                Optional.empty(),
                Optional.of(user).filter(name -> !name.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Host.Sudo.UNSAID,
                Optional.empty(),
                options,
                Host.Ssh.USUAL_TIMEOUT);
        return new Destinations(settings, name -> Optional.empty()).of("web1", access);
    }
}
