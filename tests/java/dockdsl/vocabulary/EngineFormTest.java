package dockdsl.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dockdsl.value.Bytes;
import dockdsl.value.Cpus;
import dockdsl.value.Healthcheck;
import dockdsl.value.Mount;
import dockdsl.value.Port;
import dockdsl.value.PublishedPort;
import dockdsl.value.RestartPolicy;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EngineFormTest {
    static Stream<Arguments> values() {
        return Stream.of(
                arguments(ContainerWords.COMMAND, List.of("run", "--fast")),
                arguments(ContainerWords.ENTRYPOINT, List.of("/app")),
                arguments(ContainerWords.ENV, new TreeMap<>(Map.of("A", "1", "EMPTY", "", "EQ", "a=b"))),
                arguments(ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse("127.0.0.1:80:8080/udp"))),
                arguments(ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse("8080"))),
                arguments(ContainerWords.EXPOSE, Kinds.sorted(List.of(new Port(53, "udp")))),
                arguments(
                        ContainerWords.VOLUME, Kinds.sorted(List.of(Mount.parse("data:/d"), Mount.parse("/s:/t:ro")))),
                arguments(ContainerWords.EXTRA_HOSTS, new TreeMap<>(Map.of("db", "10.0.0.1", "six", "fe80::1"))),
                arguments(ContainerWords.RESTART, RestartPolicy.onFailure(3)),
                arguments(ContainerWords.LABELS, new TreeMap<>(Map.of("com.example.tier", "front"))),
                arguments(ContainerWords.USER, "1000:1000"),
                arguments(ContainerWords.WORKDIR, "/srv"),
                arguments(ContainerWords.HOSTNAME, "redis"),
                arguments(ContainerWords.MEMORY, Bytes.parse("64m")),
                arguments(ContainerWords.CPUS, Cpus.parse("0.5")),
                arguments(
                        ContainerWords.HEALTHCHECK_VALUE,
                        new Healthcheck(
                                List.of("CMD", "true"),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(1500),
                                Duration.ZERO,
                                4)));
    }

    @ParameterizedTest
    @MethodSource("values")
    <T> void whatIsToldToTheEngineIsReadBack(Setting<T> setting, T value) {
        EngineForm<T> form = setting.engine().orElseThrow();

        assertThat(form.seen().apply(kept(form.into().apply(Tree.EMPTY, value))))
                .isEqualTo(value);
    }

    @Test
    void everyKeptSettingIsTried() {
        assertThat(values().map(row -> row.get()[0]).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContainerWords.KEPT);
    }

    @Test
    void aContainerThatNobodyToldAnythingHasNothingSet() {
        Tree silent = new Tree(Map.of(
                "Id", "0123456789ab" + "0".repeat(52),
                "Config", Map.of("Hostname", "0123456789ab", "WorkingDir", "/"),
                "HostConfig", Map.of("RestartPolicy", Map.of("Name", "", "MaximumRetryCount", 0), "Memory", 0)));

        for (Setting<?> setting : ContainerWords.KEPT) {
            assertThat(setting.engine().orElseThrow().seen().apply(silent))
                    .as(setting.name())
                    .isEqualTo(setting.engine().orElseThrow().unset());
        }
    }

    @Test
    void mountsOfOldContainersAreReadFromBinds() {
        Tree old = Tree.EMPTY.with("HostConfig.Binds", List.of("data:/d:z,ro", "/s//:/t"));

        assertThat(ContainerWords.VOLUME.engine().orElseThrow().seen().apply(old))
                .containsExactly(Mount.parse("data:/d:ro"), Mount.parse("/s:/t"));
    }

    @Test
    void anonymousVolumesAreNoSetting() {
        Tree carried = Tree.EMPTY.with(
                "HostConfig.Mounts", List.of(Map.of("Type", "volume", "Source", "a".repeat(64), "Target", "/data")));

        assertThat(ContainerWords.VOLUME.engine().orElseThrow().seen().apply(carried))
                .isEmpty();
    }

    @Test
    void ourOwnLabelsAreNoSetting() {
        Tree ours = Tree.EMPTY.with("Config", Map.of("Labels", Map.of("dockdsl.site", "shop", "team", "web")));

        assertThat(ContainerWords.LABELS.engine().orElseThrow().seen().apply(ours))
                .containsOnlyKeys("team");
    }

    /** What an inspection shows of a container that was created with this body. */
    private static Tree kept(Tree body) {
        return new Tree(Map.of("Id", "f".repeat(64), "Config", body.fields(), "HostConfig", body.map("HostConfig")));
    }
}
