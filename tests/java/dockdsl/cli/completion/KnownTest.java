package dockdsl.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lang.ScriptStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names are found in the text of files that nobody runs. */
class KnownTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("site.groovy"), """
                include 'more.groovy', 'missing.groovy'
                environment('staging') { container('extra') { } }
                // container('comment') { }
                /* container('block') */
                container( "web" ) { image 'nginx:1.27.3'; on 'x' }
                container "api$i", { image "${vars.registry}/api:1" }
                container('with blank') { }
                container('a;rm') { }
                host 'one', 'two', user: 'me'
                host.name
                """);
        Files.writeString(folder.resolve("more.groovy"), "include 'site.groovy'\ngroup('db') { host 'db[1:2]' }\n");
        Files.writeString(folder.resolve("hosts.yml"), "all: {hosts: {y1: {ansible_port: 1}}}\n");
        Files.writeString(folder.resolve("broken.yml"), "all: [\n");
        Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\ntouch ran\necho '{}'\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "containers, plan, extra web",
        "environments, plan -E, staging",
        "images, lock --update, nginx:1.27.3",
        "hosts, plan, all db db1 db2 one two",
        "hosts, plan more.groovy, all db db1 db2 one two",
        "hosts, plan -i hosts.yml -l, all ungrouped y1",
        "hosts, 'plan -ihosts.yml', all ungrouped y1",
        "hosts, 'plan --inventory=h1,h2', all h1 h2 ungrouped",
        "hosts, plan -i broken.yml, all",
        "hosts, plan -i program, all",
        "hosts, plan -i missing.ini, all",
        "containers, plan elsewhere/site.groovy, ''",
        "nonsense, plan, ''",
    })
    void namesAreFound(String kind, String words, String expected) {
        List<String> names = new Known(folder, new ScriptStore(folder.resolve("store"), "test"))
                .names(kind, List.of(words.split(" ")));
        assertThat(String.join(" ", names)).isEqualTo(expected);
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void everyCommandIsInEveryScript() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            assertThat(Scripts.of(shell))
                    .contains("rollback", "--inventory", "encrypt_string")
                    .doesNotContainPattern("@[A-Z]+@");
        }
    }

    /** Without a blank before it, `_arguments` hands over options of its own, and zsh prints `bad option: -u` over the line. */
    @Test
    void zshOffersHostsAndContainersTogether() {
        assertThat(Scripts.of("zsh"))
                .contains(": : _alternative \"hosts: :_dockdsl_hosts\" \"containers: :_dockdsl_containers\"")
                .doesNotContain(":_alternative");
    }
}
