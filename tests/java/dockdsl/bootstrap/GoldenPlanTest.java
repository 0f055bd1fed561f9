package dockdsl.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.DockerSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts of a host and the wish of a site to the plan, as data.
 *
 * <p>A case is a file of three parts: {@code [host]}, the lines that the probe prints (daemon.json as plain JSON);
 * {@code [site]}, the {@code docker} block; {@code [plan]}, what comes out. {@code -Dgolden.update} writes the last part.
 */
class GoldenPlanTest {
    private static final Path CASES = Path.of("tests/resources/bootstrap");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aHostAndAWishGiveThisPlan(String name) throws IOException {
        String text = Files.readString(CASES.resolve(name));
        String given = text.substring(0, text.indexOf("[plan]\n") + "[plan]\n".length());
        String actual = given + PlanText.of(Recipes.plan(facts(section(text, "host")), wish(section(text, "site"))));
        if (System.getProperty("golden.update") != null) {
            Files.writeString(CASES.resolve(name), actual);
        }
        assertThat(actual).isEqualTo(text);
    }

    private static String section(String text, String name) {
        int start = text.indexOf("[" + name + "]\n") + name.length() + 2;
        return text.substring(start, text.indexOf("\n[", start)).strip();
    }

    private static HostFacts facts(String lines) {
        return new FactLines(
                        lines.lines().map(GoldenPlanTest::encoded).collect(Collectors.joining("\n")), JsonText::read)
                .facts();
    }

    private static String encoded(String line) {
        String key = "daemon.json=";
        return line.startsWith(key)
                ? key
                        + Base64.getEncoder()
                                .encodeToString(line.substring(key.length()).getBytes(StandardCharsets.UTF_8))
                : line;
    }

    private static DockerSpec wish(String lines) {
        return new DockerSpec(
                value(lines, "version"),
                value(lines, "source")
                        .map(source -> DockerSpec.Source.valueOf(source.toUpperCase(Locale.ROOT)))
                        .orElse(DockerSpec.Source.DISTRIBUTION),
                value(lines, "daemon")
                        .map(JsonText::read)
                        .map(tree -> tree.fields())
                        .orElse(Map.of()));
    }

    private static Optional<String> value(String lines, String word) {
        return lines.lines()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .findFirst();
    }
}
