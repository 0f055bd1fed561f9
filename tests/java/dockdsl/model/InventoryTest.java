package dockdsl.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {
    private static final Inventory INVENTORY = new Inventory(
            List.of(
                    host("web01", "web", "prod"),
                    host("web02", "web", "prod"),
                    host("web03", "web"),
                    host("db1", "db", "prod"),
                    host("db2", "db"),
                    host("10.0.0.9"),
                    host("::1")),
            new LinkedHashSet<>(List.of("web", "db", "prod", "empty")),
            Map.of());

    private static Host host(String name, String... groups) {
        return new Host(
                name,
                new LinkedHashSet<>(List.of(groups)),
                Map.of(),
                Host.Ssh.to(name),
                Optional.empty(),
                SourceRef.startOf("hosts.groovy"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    web01                    | web01
                    web                      | web01 web02 web03
                    all                      | web01 web02 web03 db1 db2 10.0.0.9 ::1
                    *                        | web01 web02 web03 db1 db2 10.0.0.9 ::1
                    web*                     | web01 web02 web03
                    web0?                    | web01 web02 web03
                    web0[12]                 | web01 web02
                    web0[!1]                 | web02 web03
                    web[01:02]               | web01 web02
                    web[01-02]               | web01 web02
                    db:web                   | db1 db2 web01 web02 web03
                    db,web                   | db1 db2 web01 web02 web03
                    db, web01                | db1 db2 web01
                    web:&prod                | web01 web02
                    &prod:web                | web01 web02
                    web,&prod                | web01 web02
                    web:!web02               | web01 web03
                    !web02:web               | web01 web03
                    all:!db:!web             | 10.0.0.9 ::1
                    !web                     | db1 db2 10.0.0.9 ::1
                    web:db:&prod:!web01      | web02 db1
                    web[0]                   | web01
                    web[-1]                  | web03
                    web[1:2]                 | web02 web03
                    web[1:]                  | web02 web03
                    db[-1]:web[0]            | db2 web01
                    ~web0[13]                | web01 web03
                    ~[wd].*2                  | web02 db2
                    p*                       | web01 web02 db1
                    10.0.0.9                 | 10.0.0.9
                    ::1                      | ::1
                    web01:web01              | web01
                    web[01:02]:db            | web01 web02 db1 db2
                    """)
    void patternsMeanHosts(String pattern, String hosts) {
        assertThat(INVENTORY.match(pattern)).extracting(Host::name).containsExactly(hosts.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    wbe          | no host and no group is called 'wbe'      | Did you mean 'web'?
                    web:nobody   | no host and no group is called 'nobody'   | The inventory has web, db, prod, empty, web01, web02, web03, db1, db2, 10.0.0.9, ::1.
                    web9*        | no host and no group is called 'web9*'    | Did you mean 'web'?
                    empty        | the group 'empty' has no hosts            | Put one in: group('empty') { host 'web1' }.
                    web:!web     | 'web:!web' means no host                  | Nothing is left after & and ! were applied.
                    web:         | the pattern 'web:' has an empty part      | Write hosts
                    ~web(        | '~web(' is not a regular expression       | Write hosts
                    web[5]       | no host and no group is called 'web[5]'   | The inventory has
                    web[03:01]   | '[03:01]' is not a range                  | Write the smaller end first
                    """)
    void patternsThatMeanNobodyAreTold(String pattern, String what, String remedy) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> INVENTORY.match(pattern))
                .withMessage(what)
                .satisfies(complaint -> assertThat(complaint.remedy()).startsWith(remedy));
    }

    @Test
    void severalPatternsAreOne() {
        assertThat(INVENTORY.match("web", "!web02", "db1"))
                .extracting(Host::name)
                .containsExactly("web01", "web03", "db1");
    }

    @Test
    void anEmptyInventorySaysHowToFillIt() {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> Inventory.EMPTY.match("web"))
                .satisfies(complaint -> assertThat(complaint.remedy()).contains("-i"));
    }
}
