package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryReaderTest {
    @TempDir
    private Path folder;

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(folder);
    }

    @Test
    void hostsAreNamedOneByOne() {
        Inventory inventory = told.read("web[1:2],deploy@db1:2222,[::1]:22,");
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("web1", "web2", "db1", "::1");
        Host.Ssh db = (Host.Ssh) inventory.host("db1").orElseThrow().access();
        assertThat(db.user()).contains("deploy");
        assertThat(db.port()).contains(2222);
    }

    @Test
    void hostsNamedWronglyAreTold() {
        assertThatThrownBy(() -> told.read(",")).isInstanceOf(UsageMistake.class);
        assertThatThrownBy(() -> told.read("a b,")).isInstanceOf(UsageMistake.class);
        assertThatThrownBy(() -> told.read("h:99999,"))
                .isInstanceOf(UsageMistake.class)
                .hasMessageContaining("port");
        assertThatThrownBy(() -> told.read(folder + "/nothing")).isInstanceOf(NothingToWorkOn.class);
    }

    @Test
    void variablesBesideTheInventoryWinAsInAnsible() throws IOException {
        told.write("group_vars/all.yml", "a: all file\nb: all file\n");
        told.write("group_vars/web/1.yml", "b: web folder 1\nc: web folder 1\n");
        told.write("group_vars/web/2", "c: web folder 2\n");
        told.write("group_vars/web/.hidden.yml", "c: hidden\n");
        told.write("group_vars/web/notes.txt", "not: read: at all\n");
        told.write("host_vars/h.yaml", "d: host file\n");
        Inventory inventory = told.read("hosts.ini", "[web]\nh c=host d=host\n[web:vars]\na=web\nb=web\n");
        assertThat(inventory.hosts().getFirst().vars())
                .containsEntry("a", "all file")
                .containsEntry("b", "web folder 1")
                .containsEntry("c", "host")
                .containsEntry("d", "host file");
        assertThat(inventory.vars()).containsEntry("b", "all file");
    }

    @Test
    void mistakesInVariablesAreToldInTheirFile() throws IOException {
        told.write("group_vars/all.yml", "- a\n");
        assertThat(told.problems("hosts.ini", "h\n"))
                .containsExactly(
                        "1:1 this file has a list in it. A file of variables has names with values: domain: example.com.");
    }

    @Test
    void severalInventoriesAreJoinedAndTheLaterWins() throws IOException {
        Path first = told.write("first.ini", "[web]\na x=1 ansible_host=10.0.0.1\nb\n[web:vars]\ny=1\nz=1\n");
        Path second = told.write("second.yml", "web: {hosts: {a: {x: 2}, c: }, vars: {y: 2}}\n");
        Inventory inventory = told.joined(first.toString(), second.toString(), "lone,");
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("a", "b", "c", "lone");
        Host a = inventory.host("a").orElseThrow();
        assertThat(a.vars()).containsEntry("x", 2).containsEntry("y", 2).containsEntry("z", "1");
        assertThat(((Host.Ssh) a.access()).address()).isEqualTo("10.0.0.1");
    }

    @Test
    void groovyInventoriesJoinOthers() throws IOException {
        Path groovy =
                told.write("one.groovy", "vars domain: 'a'\ngroup('web') { host 'w', port: 2222, vars: [x: 1] }\n");
        Path ini = told.write("two.ini", "[web]\nw y=2\nv\n[all:vars]\ndomain=b\n");
        Inventory inventory = told.joined(groovy.toString(), ini.toString());
        Host host = inventory.host("w").orElseThrow();
        assertThat(host.vars()).containsEntry("x", 1).containsEntry("y", "2").containsEntry("domain", "b");
        assertThat(((Host.Ssh) host.access()).port()).contains(2222);
        assertThat(inventory.match("web")).hasSize(2);
    }

    @Test
    void foldersAreReadFileByFile() throws IOException {
        told.write("inv/10-web.yml", "web: {hosts: {a: }}\n");
        told.write("inv/20-more", "[web]\nb\n");
        told.write("inv/sub/c.yml", "web: {hosts: {c: }}\n");
        told.write("inv/README.md", "# no inventory\n");
        told.write("inv/group_vars/web.yml", "x: 1\n");
        Inventory inventory = told.read(folder.resolve("inv").toString());
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("a", "b", "c");
        assertThat(inventory.hosts()).allSatisfy(host -> assertThat(host.vars()).containsEntry("x", 1));
    }

    @Test
    void foldersWithoutInventoryAreTold() throws IOException {
        told.write("inv/hosts.ini", "a\n");
        assertThatThrownBy(() -> told.read(folder.resolve("inv").toString()))
                .isInstanceOf(NothingToWorkOn.class)
                .hasMessageContaining("no inventory in the folder");
    }

    @Test
    void programsPrintInventories() throws IOException {
        Path program = told.program("hosts.sh", """
                echo '{"web": {"hosts": ["a", "b"], "vars": {"x": 1.20}}, "prod": {"children": ["web"]}, "db": ["c"],'
                echo ' "_meta": {"hostvars": {"a": {"ansible_host": "10.0.0.1"}}}}'
                """);
        Inventory inventory = told.read(program.toString());
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("a", "b", "c");
        assertThat(inventory.host("a").orElseThrow().groups()).containsExactly("web", "prod");
        assertThat(inventory.host("a").orElseThrow().vars().get("x")).hasToString("1.20");
        assertThat(((Host.Ssh) inventory.host("a").orElseThrow().access()).address())
                .isEqualTo("10.0.0.1");
    }

    @Test
    void aProgramIsTheFileOfItsInventory() throws IOException {
        Path program = told.program("hosts.sh", """
                echo '{"web": ["a"], "_meta": {"hostvars": {"a": {"ansible_ssh_private_key_file": "{{ inventory_file }}.key"}}}}'
                """);
        Host host = told.read(program.toString()).host("a").orElseThrow();
        assertThat(((Host.Ssh) host.access()).keyFile()).contains(program + ".key");
    }

    @Test
    void programsWithoutMetaAreAskedForEveryHost() throws IOException {
        Path program = told.program(
                "hosts.sh",
                "if [ $1 = --list ]; then echo '{\"web\": [\"a\"]}'; else echo \"{\\\"me\\\": \\\"$2\\\"}\"; fi\n");
        assertThat(told.read(program.toString()).hosts().getFirst().vars()).containsEntry("me", "a");
    }

    @Test
    void whoReadsAgainRunsAProgramAgainOnlyWhenItIsAnotherOne() throws IOException {
        Path program = told.program("counted.sh", "echo $1 >>" + folder + "/runs; echo '{\"web\": [\"a\"]}'\n");
        Printouts printouts = new Printouts();
        InventoryReader reader = told.reader(printouts);
        reader.read(program.toString());
        reader.read(program.toString());
        assertThat(folder.resolve("runs")).content().isEqualTo("--list\n--host\n");

        told.program("counted.sh", "echo '{\"web\": [\"a\", \"b\"], \"_meta\": {\"hostvars\": {}}}'\n");
        assertThat(reader.read(program.toString()).hosts()).hasSize(2);

        printouts.forget();
        Path failing = told.program("failing.sh", "echo run >>" + folder + "/failed; exit 1\n");
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> reader.read(failing.toString())).isInstanceOf(SiteRejected.class);
        }
        assertThat(folder.resolve("failed")).content().isEqualTo("run\nrun\n");
    }

    @Test
    void failingProgramsAreTold() throws IOException {
        assertThat(told.problems(
                        told.program("exit.sh", "echo no token >&2; exit 3\n").toString()))
                .singleElement()
                .asString()
                .startsWith("1:1 the program ended with 3: no token. Run it by hand: ");
        assertThat(told.problems(told.program("junk.sh", "echo hello\n").toString()))
                .containsExactly(
                        "1:1 'hello' is not JSON. Text stands in double quotes; words are true, false and null.");
        assertThat(told.problems(
                        told.program("half.sh", "printf '{\"a\":\\n[1,'\n").toString()))
                .containsExactly("2:4 the JSON ends too early. Check that it is written to its end.");
        assertThat(told.problems(told.program("list.sh", "echo '[1]'\n").toString()))
                .containsExactly("1:1 the program prints a list. It has to print an object of groups.");
        assertThat(told.problems(told.program("much.sh", "exec cat /dev/zero\n").toString()))
                .singleElement()
                .asString()
                .contains("prints more than 64 MB");
        assertThat(told.problems(told.write("plain.sh", "#!/bin/sh\necho\n").toString()))
                .singleElement()
                .asString()
                .contains("chmod +x");
        assertThat(told.problems(told.program("deep.sh", "printf '{\"a\":%0100000d' 0 | tr 0 '['\n")
                        .toString()))
                .singleElement()
                .asString()
                .contains("nested too deeply");
    }

    @Test
    void slowProgramsAreEnded() throws IOException {
        Mistakes mistakes = new Mistakes();
        Path file = told.program("slow.sh", "exec sleep 600\n");
        assertThat(new Program(file, Duration.ofMillis(300), Decryption.NONE, mistakes, new Printouts()).list())
                .isEmpty();
        assertThatThrownBy(mistakes::throwIfAny).hasMessageContaining("1 problem");
    }
}
