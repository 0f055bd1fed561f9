package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroovyInventoryTest {
    @TempDir
    private Path folder;

    private Inventory named(String hosts) {
        return new InventoryReader(new ScriptStore(folder.resolve("cache"), "test"), origin -> null).read(hosts);
    }

    private Inventory file(String text) throws IOException {
        return named(Files.writeString(folder.resolve("hosts.groovy"), text).toString());
    }

    private List<String> told(String text) {
        SiteRejected rejected = org.junit.jupiter.api.Assertions.assertThrows(SiteRejected.class, () -> file(text));
        return rejected.problems().stream().map(this::show).toList();
    }

    private String show(Problem problem) {
        return problem.where().line() + ":" + problem.where().column() + " " + problem.what();
    }

    private static Host.Ssh ssh(Inventory inventory, String host) {
        return (Host.Ssh) inventory.host(host).orElseThrow().access();
    }

    @Test
    void readsHostsNamedOneByOne() {
        Inventory inventory = named("web1,deploy@web2:2222,db[1:2],[fe80::1]:22,");
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("web1", "web2", "db1", "db2", "fe80::1");
        assertThat(ssh(inventory, "web2").user()).contains("deploy");
        assertThat(ssh(inventory, "web2").port()).contains(2222);
        assertThat(ssh(inventory, "web1").port()).isEmpty();
    }

    @Test
    void readsEverythingThatCanBeSaidOfAHost() throws IOException {
        Inventory inventory = file("""
                vars tier: 'all'
                host 'here', embedded()
                host 'db1', address: '10.0.0.21', port: 2222, user: 'deploy', key: '~/.ssh/id', jump: 'bastion', sudo: true,
                     privateAddress: '192.168.0.21', vars: [tier: 'db']
                """);
        assertThat(inventory.host("here").orElseThrow().access()).isEqualTo(new Host.Embedded());
        assertThat(inventory.host("here").orElseThrow().vars()).containsEntry("tier", "all");
        Host db = inventory.host("db1").orElseThrow();
        assertThat(db.vars()).containsEntry("tier", "db");
        assertThat(db.privateAddress()).contains("192.168.0.21");
        Host.Ssh ssh = ssh(inventory, "db1");
        assertThat(ssh.address()).isEqualTo("10.0.0.21");
        assertThat(ssh.port()).contains(2222);
        assertThat(ssh.keyFile()).contains("~/.ssh/id");
        assertThat(ssh.jump()).contains("bastion");
        assertThat(ssh.sudo()).isEqualTo(Host.Sudo.WANTED);
    }

    @Test
    void passwordsComeFromWhereSecretsComeFrom() throws IOException {
        Files.writeString(folder.resolve("db1.pw"), "hunter2\n");
        String hosts = Files.writeString(
                        folder.resolve("secret.groovy"),
                        "host 'db1', password: file('db1.pw'), sudo: env('SUDO')\nhost 'db2', sudo: false\nhost 'db3'\n")
                .toString();
        Inventory inventory = new InventoryReader(
                        new ScriptStore(folder.resolve("cache"), "test"), origin -> Secret.of(origin.toString()))
                .read(hosts);
        assertThat(ssh(inventory, "db1").password().orElseThrow().revealText()).contains(folder + "/db1.pw");
        assertThat(ssh(inventory, "db1").sudo().password().orElseThrow().revealText())
                .contains("SUDO");
        assertThat(ssh(inventory, "db2").sudo()).isEqualTo(Host.Sudo.FORBIDDEN);
        assertThat(ssh(inventory, "db3").sudo()).isEqualTo(Host.Sudo.UNSAID);
    }

    @Test
    void passwordsMayBeSecretsThatTheInventoryDeclares() throws IOException {
        Path hosts = Files.writeString(folder.resolve("secret.groovy"), """
                host 'db1', password: secret('login'), sudoPassword: secret('root')
                host 'db2', sudo: secret('root')
                host 'db3', sudo: true, sudoPassword: env('OTHER')
                secret 'login', from: env('LOGIN')
                secret 'root', from: env('ROOT')
                """);
        Inventory inventory = new InventoryReader(
                        new ScriptStore(folder.resolve("cache"), "test"), origin -> Secret.of(origin.toString()))
                .read(hosts.toString());
        assertThat(ssh(inventory, "db1").password().orElseThrow().revealText()).contains("LOGIN");
        for (String host : List.of("db1", "db2")) {
            assertThat(ssh(inventory, host).sudo().use()).isEqualTo(Host.Sudo.Use.ALWAYS);
            assertThat(ssh(inventory, host).sudo().password().orElseThrow().revealText())
                    .contains("ROOT");
        }
        assertThat(ssh(inventory, "db3").sudo().password().orElseThrow().revealText())
                .contains("OTHER");
    }

    @Test
    void secretsThatNobodyDeclaresAreGuessed() {
        assertThat(told("host 'db1', password: secret('logn')\nsecret 'login', from: env('LOGIN')"))
                .containsExactly("1:1 there is no secret 'logn'");
        assertThat(told("secret 'a', from: env('A')\nsecret 'a', from: env('B')"))
                .containsExactly("2:1 secret 'a' is declared twice");
        assertThat(told("group('web') { secret 'a', from: env('A') }"))
                .contains("1:16 `secret` is not allowed inside `group`");
        assertThat(told("host 'db1', sudo: false, sudoPassword: env('A')"))
                .containsExactly("1:26 'sudo: false' forbids sudo, and 'sudoPassword:' is for it");
    }

    @Test
    void passwordsInTheFileAreRefused() {
        assertThat(told("host 'db1', sudoPassword: 'hunter2'"))
                .containsExactly("1:13 'sudoPassword:' stands in the file for everybody to read");
        assertThat(told("host 'db1', password: 'hunter2'"))
                .containsExactly("1:13 'password:' stands in the file for everybody to read");
        assertThat(told("host 'db1', sudo: 'yes'"))
                .containsExactly("1:13 'sudo:' is neither true nor false nor the source of a password");
    }

    @Test
    void groupsMayStandInGroupsOrBeNamedAsChildren() throws IOException {
        Inventory inventory = file("""
                group('eu') {
                    vars zone: 'eu', size: 'small'
                    group('web') { host 'web[1:2]'; vars size: 'large' }
                }
                group('all-data') { children 'db'; vars backup: true }
                group('db') { host 'db1'; host 'web2' }
                """);
        assertThat(inventory.match("eu")).extracting(Host::name).containsExactly("web1", "web2");
        assertThat(inventory.match("all-data")).extracting(Host::name).containsExactly("web2", "db1");
        Host web2 = inventory.host("web2").orElseThrow();
        assertThat(web2.groups()).containsExactly("eu", "web", "all-data", "db");
        assertThat(web2.vars())
                .containsEntry("size", "large")
                .containsEntry("zone", "eu")
                .containsEntry("backup", true);
    }

    @Test
    void plainGroovyMakesHosts() throws IOException {
        assertThat(file("group('web') { for (n in 1..3) { host \"web$n\", port: 2200 + n } }")
                        .hosts())
                .extracting(Host::name)
                .containsExactly("web1", "web2", "web3");
    }

    @Test
    void mistakesAreToldWithTheirPlaces() {
        assertThat(told("container('app') { on 'web' }"))
                .containsExactly("1:1 `container` is not allowed at the top level of an inventory");
        assertThat(told("host 'db1', port: 70000\nhsot 'db2'"))
                .containsExactly("1:13 'port:' is 70000", "2:1 `hsot` is not a word of an inventory");
        assertThat(told("host 'web[3:1]'")).containsExactly("1:6 '[3:1]' is not a range");
        assertThat(told("host 'web[1:2]', address: '10.0.0.1'"))
                .containsExactly("1:18 'address:' can't be that of 2 hosts");
        assertThat(told("host 'db1', user: 'a'\nhost 'db1', user: 'b'"))
                .containsExactly("2:1 host 'db1' is described twice");
        assertThat(told("group('a') { children 'bb' }")).containsExactly("1:14 there is no group 'bb'");
        assertThat(told("group('aa') { children 'bb' }\ngroup('bb') { children 'aa' }"))
                .containsExactly("1:15 group 'aa' is inside of itself", "2:15 group 'bb' is inside of itself");
        assertThat(told("group('all') { host 'x' }")).containsExactly("1:7 'all' is not a name for a group");
    }

    @Test
    void whatIsNoInventoryIsRefused() {
        assertThatExceptionOfType(NothingToWorkOn.class).isThrownBy(() -> named("nowhere"));
        assertThatExceptionOfType(NothingToWorkOn.class).isThrownBy(() -> named("nowhere.groovy"));
        assertThatExceptionOfType(UsageMistake.class).isThrownBy(() -> named(","));
        assertThatExceptionOfType(UsageMistake.class).isThrownBy(() -> named("web1:99999,"));
    }
}
