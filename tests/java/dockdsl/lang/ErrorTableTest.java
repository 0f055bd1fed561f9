package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.inventory.InventoryReader;
import dockdsl.model.Inventory;
import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds every message about a wrong file to {@code errors.txt}: what it says, where, and what to do; {@code -Dgolden.write=true} writes it anew. */
class ErrorTableTest {
    @TempDir
    private static Path folder;

    private static ScriptStore store;
    private static Inventory inventory;

    record Row(String title, String shown, String file, String expected) {
        static Row parse(String text) {
            List<String> lines = text.lines().toList();
            List<String> file = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                boolean answer = line.startsWith("-> ") || !expected.isEmpty();
                (answer ? expected : file).add(line);
            }
            String content = file.getFirst().equals("raw")
                    ? String.join("\n", file.subList(1, file.size()))
                    : "site 'shop'\n" + String.join("\n", file);
            return new Row(
                    lines.getFirst(),
                    lines.getFirst() + "\n" + String.join("\n", file) + "\n",
                    content + "\n",
                    String.join("\n", expected));
        }
    }

    @BeforeAll
    static void readInventory() throws IOException {
        store = new ScriptStore(folder.resolve("cache"), "test");
        Path file = Files.writeString(
                folder.resolve("hosts.groovy"),
                "group('web') { host 'web[1:2]'; vars domain: 'www.example.com' }\ngroup('db') { host 'db1' }\n");
        inventory = new InventoryReader(store, origin -> null).read(file.toString());
    }

    private static List<Row> rows() throws IOException {
        try (InputStream table = ErrorTableTest.class.getResourceAsStream("errors.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split("(?m)^== "));
            return parts.subList(1, parts.size()).stream().map(Row::parse).toList();
        }
    }

    @TestFactory
    List<DynamicTest> everyMistakeIsToldWithItsPlaceAndItsRemedy() throws IOException {
        List<Row> rows = rows();
        if (Boolean.getBoolean("golden.write")) {
            write(rows);
        }
        assertThat(rows).hasSizeGreaterThan(100);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.title(), () -> assertThat(told(row.file())).isEqualTo(row.expected())))
                .toList();
    }

    private void write(List<Row> rows) throws IOException {
        Path table = Path.of("tests/resources/dockdsl/lang/errors.txt");
        String head = Files.readString(table).split("(?m)^== ", 2)[0];
        StringBuilder text = new StringBuilder(head);
        for (Row row : rows) {
            text.append("== ").append(row.shown()).append(told(row.file())).append('\n');
        }
        Files.writeString(table, text);
    }

    private String told(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("site.groovy"), text);
        SiteReader.Rules rules = new SiteReader.Rules(SiteChecker::alone, SiteChecker::together);
        try {
            new SiteReader(store, origin -> null, rules).read(file, Optional.of(inventory), SiteReader.Options.NONE);
            return "nothing";
        } catch (SiteRejected rejected) {
            return rejected.problems().stream().map(this::show).collect(Collectors.joining("\n"));
        }
    }

    private String show(Problem problem) {
        return "-> " + problem.where().line() + ":" + problem.where().column() + " " + plain(problem.what()) + "\n   "
                + plain(problem.remedy());
    }

    private String plain(String text) {
        return text.replace(folder.toString(), "DIR");
    }
}
