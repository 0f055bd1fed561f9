package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.check.SiteChecker;
import dockdsl.docker.http.FakeEngine;
import dockdsl.host.Engine;
import dockdsl.host.Interest;
import dockdsl.lang.ScriptStore;
import dockdsl.lang.SiteReader;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.value.Json;
import dockdsl.value.Secret;
import dockdsl.value.Tree;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What engines of several years answered about one site, which each of them had just been given: nothing differs. */
class RecordedEnginesTest {
    private static final Path RECORDED = Path.of("tests/resources/dockdsl/docker/recorded");

    @TempDir
    private static Path folder;

    static Stream<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDED)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @Test
    void enginesOldAndNewWereRecorded() throws IOException {
        assertThat(recordings().map(file -> file.getFileName().toString().split("-")[0]))
                .contains("1.41", "1.45", "1.51");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void nothingDiffers(Path recording) throws IOException {
        assertThat(plan(answers(recording), site -> site).changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void onlyWhatChangesDiffers(Path recording) throws IOException {
        Plan plan = plan(
                answers(recording),
                site -> site.replace("cpus        0.5", "cpus 0.7")
                        .replace("pidsLimit   100", "")
                        .replace("02:42:ac:1c:00:77", "02:42:ac:1c:00:78")
                        .replace("ip: '172.28.0.9', ", ""));

        assertThat(plan.changes().stream()
                        .filter(change -> change.resource().name().equals("app"))
                        .flatMap(change -> change.differences().stream())
                        .map(Difference::setting))
                .containsExactlyInAnyOrder("cpus", "pidsLimit", "macAddress", "networks.backend");
    }

    /** As API 1.52 documents it: what was said twice is gone. */
    @Test
    void answersWithoutFieldsOfTheirPredecessorsAreEnough() throws IOException {
        Map<String, Object> answers = answers(RECORDED.resolve("1.51-28.5.json"));
        answers.replaceAll((path, answer) -> path.endsWith("/json") && answer instanceof Map<?, ?>
                ? trimmed(Tree.of(answer)).fields()
                : answer);
        answers.put(
                "/version",
                Tree.of(answers.get("/version")).with("ApiVersion", "1.52").fields());

        assertThat(plan(answers, site -> site).changes()).isEmpty();
    }

    private static Tree trimmed(Tree inspected) {
        Tree tree = without(inspected, "", "VirtualSize", "Container", "ContainerConfig", "DockerVersion", "Parent");
        tree = without(tree, "Config", "MacAddress", "OnBuild", "AttachStdin");
        return without(
                tree,
                "NetworkSettings",
                "Bridge",
                "EndpointID",
                "Gateway",
                "GlobalIPv6Address",
                "GlobalIPv6PrefixLen",
                "HairpinMode",
                "IPAddress",
                "IPPrefixLen",
                "IPv6Gateway",
                "LinkLocalIPv6Address",
                "LinkLocalIPv6PrefixLen",
                "MacAddress",
                "SecondaryIPAddresses",
                "SecondaryIPv6Addresses");
    }

    private static Tree without(Tree tree, String object, String... fields) {
        if (!object.isEmpty() && !tree.has(object)) {
            return tree;
        }
        Map<String, Object> rest = new LinkedHashMap<>(object.isEmpty() ? tree.fields() : tree.map(object));
        rest.keySet().removeAll(Arrays.asList(fields));
        return object.isEmpty() ? new Tree(rest) : tree.with(object, rest);
    }

    private static Map<String, Object> answers(Path recording) throws IOException {
        return new LinkedHashMap<>(JsonReader.parse(Files.readString(recording)).fields());
    }

    private static Plan plan(Map<String, Object> answers, UnaryOperator<String> edit) throws IOException {
        Site site = site(edit.apply(Files.readString(RECORDED.resolve("site.groovy"))));
        return Planner.plan(site, List.of(snapshot(answers, site)), Map.of(), Pins.NONE, false);
    }

    private static HostSnapshot snapshot(Map<String, Object> answers, Site site) throws IOException {
        Interest interest = new Interest(
                site.name(),
                site.containers().stream().map(ContainerSpec::engineName).collect(Collectors.toSet()),
                site.containers().stream()
                        .flatMap(container -> container.image().stream())
                        .collect(Collectors.toSet()));
        FakeEngine.Part part = line -> {
            while (true) {
                String target = URLDecoder.decode(line.request().split("[ ?]")[1], StandardCharsets.UTF_8);
                Object answer = answers.get(target.replaceFirst("^/v1\\.\\d+", ""));
                if (answer == null) {
                    throw new IllegalStateException("nobody recorded " + target);
                }
                line.answer(Json.canonical(answer));
            }
        };
        try (var fake = new FakeEngine(part, part, part, part);
                Engine engine = new DockerEngine(new FakeSession(fake))) {
            return engine.observe(interest);
        }
    }

    private static Site site(String text) throws IOException {
        Path file = folder.resolve("site.groovy");
        Files.writeString(file, text.replaceFirst("site 'recorded'", "site 'recorded'\nhost 'web1'"));
        SiteReader reader = new SiteReader(
                new ScriptStore(folder, "test"),
                origin -> Secret.of("secret"),
                new SiteReader.Rules(SiteChecker::alone, SiteChecker::together));
        return reader.read(file, Optional.empty(), SiteReader.Options.NONE).site();
    }
}
