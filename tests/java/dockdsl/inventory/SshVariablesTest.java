package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.Host;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SshVariablesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-o ProxyJump=bastion                                        | bastion",
                "-J u@bastion:2222                                           | u@bastion:2222",
                "-oProxyJump=a,b                                             | a,b",
                "-o StrictHostKeyChecking=no -o ControlPersist=60s -J b      | b",
                "-C -qJb                                                     | b",
                "-o ProxyCommand=\\\"ssh -W %h:%p -q u@bastion\\\"           | u@bastion",
                "-o ProxyCommand=\\\"ssh -p 2222 -l u bastion -W %h:%p\\\"   | u@bastion:2222",
                "-o ProxyJump=none                                           | ``",
                "-o ForwardAgent=yes                                         | ``",
            })
    void jumpsAreUnderstood(String arguments, String jump) throws IOException {
        assertThat(access("ansible_ssh_common_args=\"" + arguments + "\"")
                        .jump()
                        .orElse(""))
                .isEqualTo(jump);
    }

    @Test
    void theWayToAHostIsUnderstood() throws IOException {
        Host.Ssh access = access(
                "ansible_host=10.0.0.1 ansible_port=22 ansible_user=deploy ansible_become=yes ansible_ssh_private_key_file=~/.ssh/id ansible_timeout=5");
        assertThat(access)
                .isEqualTo(new Host.Ssh(
                        "10.0.0.1",
                        Optional.of(22),
                        Optional.of("deploy"),
                        Optional.of("~/.ssh/id"),
                        Optional.empty(),
                        Host.Sudo.WANTED,
                        Duration.ofSeconds(5)));
    }

    @Test
    void argumentsForSshMayNameUserPortAndKey() throws IOException {
        Host.Ssh access = access("ansible_ssh_extra_args='-p 2200 -l deploy -i key' ansible_ssh_args='-o Port=2201'");
        assertThat(access.port()).contains(2201);
        assertThat(access.user()).contains("deploy");
        assertThat(access.keyFile()).contains("key");
    }

    @Test
    void plainVariablesAreFilledIn() throws IOException {
        assertThat(access("net=10.0.0 ansible_host='{{ net }}.7'").address()).isEqualTo("10.0.0.7");
        assertThat(access("ansible_host='{{inventory_hostname}}.example.com'").address())
                .isEqualTo("h.example.com");
    }

    @Test
    void variablesMayHaveADefault() throws IOException {
        assertThat(access("ansible_user=\"{{ login | default('ops') }}\"").user())
                .contains("ops");
        assertThat(access("login=joe ansible_user='{{ login | default(\"ops\") }}'")
                        .user())
                .contains("joe");
        assertThat(access("ansible_port='{{ p|d(2200, true) }}'").port()).contains(2200);
        assertThat(access("other=ann ansible_user='{{ login | default(other) }}'")
                        .user())
                .contains("ann");
    }

    @Test
    void filesMayBeNamedFromTheFolderOfTheInventory() throws IOException {
        assertThat(access("ansible_ssh_private_key_file='{{ inventory_dir }}/keys/id'")
                        .keyFile())
                .contains(folder.resolve("keys/id").toAbsolutePath().toString());
    }

    @Test
    void aKeyOfTheJumpIsNotForgotten() throws IOException {
        String command = "ssh -W %h:%p -i bastion.pem u@bastion";
        Host.Ssh access = access("ansible_ssh_common_args=\"-o ProxyCommand='" + command + "'\"");
        assertThat(access.jump()).isEmpty();
        assertThat(access.options()).containsExactly("ProxyCommand=" + command);
    }

    @Test
    void aWayOfTheConfigurationMayBeTakenBack() throws IOException {
        assertThat(access("ansible_ssh_common_args='-o ProxyJump=none'").options())
                .containsExactly("ProxyJump=none");
        assertThat(access("ansible_ssh_common_args='-o ProxyCommand=none'").options())
                .containsExactly("ProxyCommand=none");
    }

    @Test
    void aConfigurationOfItsOwnIsKept() throws IOException {
        assertThat(access("ansible_ssh_common_args='-F ssh.cfg -C'").options()).containsExactly("Include=\"ssh.cfg\"");
        assertThat(access("ansible_ssh_args='-Fnone'").options()).containsExactly("Include=\"/dev/null\"");
    }

    @Test
    void localMeansThisMachine() throws IOException {
        assertThat(host("ansible_connection=local").access()).isEqualTo(new Host.Embedded());
    }

    @Test
    void passwordsAreNotSeen() throws IOException {
        assertThat(host("ansible_password=hunter2 ansible_become_pass=hunter3")
                        .vars()
                        .toString())
                .doesNotContain("hunter");
    }

    @Test
    void passwordsAreThereForThoseWhoLogIn() throws IOException {
        Host.Ssh access = access("ansible_password=hunter2 ansible_become=true ansible_become_pass=hunter3");
        assertThat(access.password().orElseThrow().revealText()).isEqualTo("hunter2");
        assertThat(access.sudo().use()).isEqualTo(Host.Sudo.Use.ALWAYS);
        assertThat(access.sudo().password().orElseThrow().revealText()).isEqualTo("hunter3");
        assertThat(access.toString()).doesNotContain("hunter");
    }

    @Test
    void whoMustNotBecomeRootDoesNot() throws IOException {
        assertThat(access("ansible_become=no").sudo()).isEqualTo(Host.Sudo.FORBIDDEN);
        assertThat(access("ansible_host=x").sudo()).isEqualTo(Host.Sudo.UNSAID);
    }

    @Test
    void otherOptionsForSshAreKept() throws IOException {
        assertThat(access("ansible_ssh_common_args='-o StrictHostKeyChecking=no -oUserKnownHostsFile=/dev/null -C'")
                        .options())
                .containsExactly("StrictHostKeyChecking=no", "UserKnownHostsFile=/dev/null");
        assertThat(access("ansible_ssh_common_args=\"-o ProxyCommand='nc -x proxy %h %p'\"")
                        .options())
                .containsExactly("ProxyCommand=nc -x proxy %h %p");
    }

    private Host.Ssh access(String variables) throws IOException {
        return (Host.Ssh) host(variables).access();
    }

    private Host host(String variables) throws IOException {
        return new Told(folder).read("hosts", "h " + variables + "\n").hosts().getFirst();
    }
}
