package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Malformed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlReaderTest {
    @TempDir
    private Path folder;

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(folder);
    }

    @Test
    void hostsGroupsAndVariablesAreRead() throws IOException {
        Inventory inventory = told.read("hosts.yml", """
                all:
                  vars: {domain: example.com, version: 1.20, mode: 0644, clock: 10:30, day: 2026-11-21, none: }
                  children:
                    web:
                      hosts:
                        web[01:02]:
                        web03: {ansible_host: 10.0.0.3, ansible_port: 2222}
                    db:
                      hosts: db1
                """);
        assertThat(inventory.hosts()).extracting(Host::name).containsExactly("web01", "web02", "web03", "db1");
        assertThat(inventory.groups()).containsExactly("web", "db");
        assertThat(inventory.vars())
                .containsEntry("mode", 420)
                .containsEntry("clock", "10:30")
                .containsEntry("day", "2026-11-21")
                .containsEntry("none", "");
        assertThat(inventory.vars().get("version")).hasToString("1.20");
        assertThat(((Host.Ssh) inventory.host("web03").orElseThrow().access()).address())
                .isEqualTo("10.0.0.3");
    }

    @Test
    void anchorsAndMergesAreWrittenOut() throws IOException {
        Inventory inventory = told.read("hosts.yml", """
                all:
                  hosts:
                    a: &base {x: 1, y: [1, two]}
                    b: {<<: *base, x: 2}
                """);
        assertThat(inventory.host("b").orElseThrow().vars())
                .containsEntry("x", 2)
                .containsEntry("y", List.of(1, "two"));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("all:\n\thosts:\n", "2:1 a tab stands in the indentation."),
                Arguments.of("all:\n  hosts:\n    a:\n    a:\n", "4:5 'a' stands here twice. The first is in line 3"),
                Arguments.of("all:\n  hosts:\n    - web1\n", "3:5 hosts: of group 'all' has a list in it."),
                Arguments.of("all:\n  host:\n    web1:\n", "2:3 'host' is no part of a group. Did you mean `hosts`?"),
                Arguments.of("all:\n  hosts:\n    a: {x: 1\n", "4:1 the file ends too early."),
                Arguments.of("all:\n  hosts:\n    a: {{ x }}\n", "3:9 a name can't be a list or a map."),
                Arguments.of("all:\n  hosts:\n    a: b: c\n", "3:9 a colon stands where none can be."),
                Arguments.of("all:\n  hosts:\n    a:\n   b:\n", "4:4 this line does not fit to those above."),
                Arguments.of("- hosts: all\n", "1:1 here stands a list, as in a playbook."),
                Arguments.of("plugin: aws_ec2\n", "1:1 this file configures a plugin of Ansible."),
                Arguments.of("# nothing\n", "1:1 the file is empty."),
                Arguments.of(
                        "all: {vars: {x: !!python/object:os.system 1}}\n",
                        "1:17 the tag !!python/object:os.system is not known."),
                Arguments.of("all: {vars: {x: *nowhere}}\n", "1:17 there is no anchor for this alias."),
                Arguments.of("all: {vars: &v {x: *v}}\n", "1:13 this value contains itself."),
                Arguments.of("all:\n---\nweb:\n", "2:1 a second document begins here."),
                Arguments.of("[".repeat(100_000), "1:1 the values are nested too deeply."),
                Arguments.of("all: {hosts: {a: {ansible_connection: docker}}}\n", "1:39 hosts can't be reached"),
                Arguments.of(
                        "all: {children: {a: {children: {b: {children: {a: }}}}}}\n",
                        "1:48 group 'a' is inside of itself"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakesAreTold(String text, String problem) throws IOException {
        assertThat(told.problems("hosts.yml", text)).singleElement().asString().startsWith(problem);
    }

    @Test
    void bombsOfAliasesAreRefused() throws IOException {
        String bomb = "a0: &a0 [x, x]\n"
                + IntStream.range(1, 40)
                        .mapToObj(i -> "a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1))
                        .collect(Collectors.joining());
        assertThat(told.problems("hosts.yml", bomb)).singleElement().asString().contains("more than 1000000 values");
    }

    @Test
    void encryptedValuesHurtOnlyThoseWhoUseThem() throws IOException {
        Inventory inventory = told.read("hosts.yml", """
                all:
                  hosts:
                    a:
                      secret: !vault |
                        $ANSIBLE_VAULT;1.1;AES256
                        6162
                """);
        Object secret = inventory.hosts().getFirst().vars().get("secret");
        assertThatThrownBy(secret::toString).isInstanceOf(Malformed.class);
        assertThat(inventory.match("all")).hasSize(1);
        assertThatThrownBy(() -> told.read("hosts.yml", "all: {hosts: {a: {ansible_user: !vault 'x'}}}\n"))
                .isInstanceOf(NothingToWorkOn.class)
                .hasMessageContaining("hosts.yml:1 is encrypted with Ansible Vault");
    }
}
