package dockdsl.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IniReaderTest {
    @TempDir
    private Path folder;

    private Told told;

    @BeforeEach
    void begin() {
        told = new Told(folder);
    }

    @Test
    void hostsGroupsAndVariablesAreRead() throws IOException {
        Inventory inventory = told.read("hosts", """
                lone
                [web]
                web[01:03].example.com ansible_user=deploy   # three
                [db]
                db1:2222 ansible_host=10.0.0.21
                [prod:children]
                web
                db
                [prod:vars]
                version=1.20
                motto="hello world"
                [all:vars]
                version=1.0
                domain=example.com
                """);
        assertThat(inventory.hosts())
                .extracting(Host::name)
                .containsExactly("lone", "web01.example.com", "web02.example.com", "web03.example.com", "db1");
        assertThat(inventory.groups()).containsExactly("ungrouped", "web", "db", "prod");
        Host db = inventory.host("db1").orElseThrow();
        assertThat(db.groups()).containsExactly("db", "prod");
        assertThat(db.vars())
                .containsEntry("version", "1.20")
                .containsEntry("motto", "hello world")
                .containsEntry("domain", "example.com");
        assertThat(db.access()).isEqualTo(ssh("10.0.0.21", 2222));
        assertThat(inventory.vars()).containsEntry("version", "1.0");
        assertThat(inventory.match("prod:!web")).containsExactly(db);
    }

    private static Host.Ssh ssh(String address, int port) {
        Host.Ssh usual = Host.Ssh.to(address);
        return new Host.Ssh(
                address,
                Optional.of(port),
                usual.user(),
                usual.keyFile(),
                usual.jump(),
                usual.sudo(),
                usual.connectTimeout());
    }

    @Test
    void innerGroupsWinOverOuterOnesAndHostsOverAll() throws IOException {
        Inventory inventory = told.read("hosts", """
                [inner]
                h own=host
                [outer:children]
                inner
                [inner:vars]
                both=inner
                own=inner
                [outer:vars]
                both=outer
                own=outer
                """);
        assertThat(inventory.hosts().getFirst().vars())
                .containsEntry("both", "inner")
                .containsEntry("own", "host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "web1 web2                       | 1:6 'web2' is not a variable. Behind a host stand",
                "web1 ansible_user = deploy      | 1:6 'ansible_user' is not a variable.",
                "web1 x='open                    | 1:1 the quote ' is not closed.",
                "web1:99999                      | 1:1 the port is 99999.",
                "web1:                           | 1:1 'web1:' ends with a colon.",
                "---                             | 1:1 '---' is not a host. If this is YAML",
                "web[3:1]                        | 1:1 '[3:1]' is not a range.",
                "web[01:003]                     | 1:1 '[01:003]' is not a range.",
                "web[1:]                         | 1:1 'web[1:]' is not a host's name.",
                "we\u009bb                       | 1:1 'we?b' is not a host's name.",
                "we\u202eb                       | 1:1 'we?b' is not a host's name.",
                "web[1:99999999]                 | 1:1 'web[1:99999999]' are more than 10000 hosts.",
                "[web servers]                   | 1:1 '[web servers]' is not a section.",
                "[web                            | 1:1 '[web' is not a section.",
                "[web:var]                       | 1:1 [web:var] is no kind of section. Did you mean `vars`?",
                "[web:vars]                      | 1:1 [web:vars] gives variables to a group that is not declared.",
                "web1 ansible_port=ssh           | 1:6 ansible_port is 'ssh'.",
                "web1 ansible_connection=winrm   | 1:6 hosts can't be reached by ansible_connection 'winrm'.",
                "web1 ansible_become=maybe       | 1:6 ansible_become is 'maybe'.",
                "web1 ansible_user='{{ who }}'   | 1:6 ansible_user: '{{ who }}' needs the variable 'who'",
            })
    void mistakesAreTold(String line, String told) throws IOException {
        assertThat(this.told.problems("hosts.ini", line + "\n"))
                .singleElement()
                .asString()
                .startsWith(told);
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        assertThat(told.problems("hosts", """
                [wbe]
                web1
                [prod:children]
                  web
                [prod:vars]
                nothing
                """))
                .containsExactly(
                        "4:3 there is no group 'web'. Did you mean 'wbe'?",
                        "6:1 'nothing' is not a variable. In [prod:vars] every line is name=value.");
    }

    @Test
    void groupsInsideOfThemselvesAreTold() throws IOException {
        assertThat(told.problems("hosts", "[a:children]\nb\n[b:children]\nc\n[c:children]\na\n"))
                .singleElement()
                .asString()
                .contains("is inside of itself: ");
        assertThat(told.problems("hosts", "[a:children]\na\n"))
                .singleElement()
                .asString()
                .contains("inside of itself");
        assertThat(told.problems("hosts", "[a:children]\nall\n"))
                .singleElement()
                .asString()
                .contains("inside of itself");
    }

    @Test
    void deepNestingAndManyMistakesEndQuickly() throws IOException {
        String chain = IntStream.range(0, 50_000)
                .mapToObj(i -> "[g" + i + ":children]\ng" + (i + 1) + "\n")
                .collect(Collectors.joining());
        assertThat(told.problems("chain", chain + "[g50000]\nh\n"))
                .singleElement()
                .asString()
                .contains("200 groups deep");
        assertThat(told.problems("junk", "a b\n".repeat(100_000))).hasSize(50);
        assertThat(told.problems("ranges", "a" + "[1:2]".repeat(190) + "\n")).hasSize(1);
        assertThat(told.read("value.ini", "[all:vars]\nx=\"" + "a\\n".repeat(200_000) + "\"\n")
                        .vars())
                .hasSize(1);
        assertThat(told.read("comments", "# c\n".repeat(200_000) + "h\n").hosts())
                .hasSize(1);
        assertThat(told.read("h,".repeat(100_000)).hosts()).hasSize(1);
        assertThat(told.problems("long", "[1:1]".repeat(100_000) + "\n")).hasSize(1);
    }

    @Test
    void oldEncodingsAreFineInComments() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, "# caf\u00e9\nweb1\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told.read(file.toString()).hosts()).extracting(Host::name).containsExactly("web1");
        Files.write(file, "web1\nweb2 x=caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(told.problems(file.toString()))
                .containsExactly("2:11 this is not text in UTF-8. Save the file in UTF-8.");
        Files.write(file, new byte[] {0x7f, 'E', 'L', 'F', 0, 0, 1});
        assertThat(told.problems(file.toString())).singleElement().asString().contains("not a text file");
    }
}
