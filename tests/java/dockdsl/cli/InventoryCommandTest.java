package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.json.InventoryDocument;
import dockdsl.cli.text.InventoryText;
import dockdsl.cli.text.Line;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryCommandTest {
    @TempDir
    private Path folder;

    private Inventory read(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new InventoryReader(new ScriptStore(folder.resolve("store"), "test"), origin -> null)
                .read(file.toString());
    }

    @Test
    void theGraphShowsGroupsWithTheirHosts() throws IOException {
        assertThat(Line.plain(InventoryText.of(read("hosts.ini", "lone\n[web]\nw1\n[prod:children]\nweb\n"))))
                .isEqualTo("""
                        @all:
                          |--@ungrouped:
                          |  |--lone
                          |--@web:
                          |  |--w1
                          |--@prod:
                          |  |--w1
                        """);
    }

    @Test
    void theListCanBeReadAgain() throws IOException {
        Inventory inventory = read("hosts.groovy", """
                group('web') { host 'w[1:2]', user: 'deploy', jump: 'bastion', sudo: true, vars: [x: 1] }
                host 'db', address: '10.0.0.1', port: 2222
                """);
        Path program = Files.writeString(
                folder.resolve("again"), "#!/bin/sh\ncat <<'END'\n" + InventoryDocument.of(inventory) + "END\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Inventory again = new InventoryReader(new ScriptStore(folder, "test"), origin -> null).read(program.toString());
        assertThat(again.match("web")).hasSize(2);
        for (var host : inventory.hosts()) {
            assertThat(again.host(host.name()).orElseThrow().access()).isEqualTo(host.access());
        }
    }

    @Test
    void passwordsAreNotShown() throws IOException {
        Inventory inventory = read("hosts.yml", "all: {hosts: {a: {ansible_password: hunter2, s: !vault abc}}}\n");
        assertThat(InventoryDocument.of(inventory.hosts().getFirst()))
                .doesNotContain("hunter2")
                .contains("***", "__ansible_vault");
    }
}
