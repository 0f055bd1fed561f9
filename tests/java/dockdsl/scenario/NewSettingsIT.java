package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import dockdsl.observed.Generation;
import dockdsl.scenario.SettingCases.NewCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What only newer engines know: they do it, and older ones are never asked for it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NewSettingsIT {
    private static final String OLD = "old1";
    private static final Map<String, Generation> NEWER =
            new LinkedHashMap<>(Map.of("web26", Generation.DOCKER_26, "web28", Generation.DOCKER_28));

    private static final Map<String, SettingStages> STAGES = new LinkedHashMap<>();

    @TempDir
    private static Path folder;

    private static Lab lab;

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void goThroughTheStages() throws IOException {
        lab = Lab.upWithRegistry(
                "engines", "old1:docker", "web26:docker-trixie", "web28:docker-sid", "store28:docker-containerd");
        for (Map.Entry<String, Generation> engine : NEWER.entrySet()) {
            String host = engine.getKey();
            lab.ssh(
                    host,
                    "docker ps -aq | xargs -r docker rm -f -v; docker network prune -f; docker volume rm -f data;"
                            + "rm -rf /srv/new*; docker volume create data;"
                            + "mkdir -p /var/lib/docker/volumes/data/_data/web/static");
            STAGES.put(
                    host,
                    new SettingStages(
                            lab,
                            host,
                            Files.createDirectories(folder.resolve(host)),
                            SettingCases.NEW.stream()
                                    .filter(each -> each.since().compareTo(engine.getValue()) <= 0)
                                    .map(NewCase::what)
                                    .toList()));
            STAGES.get(host).goThrough();
        }
    }

    static Stream<Arguments> known() {
        return NEWER.keySet().stream()
                .flatMap(host -> SettingCases.NEW.stream()
                        .filter(each -> each.since().compareTo(NEWER.get(host)) <= 0)
                        .map(each -> Arguments.of(host, each.what())));
    }

    static Stream<NewCase> cases() {
        return SettingCases.NEW.stream();
    }

    @ParameterizedTest
    @MethodSource("known")
    void anEngineThatKnowsItConverges(String host, SettingCases.Case each) {
        SettingStages stages = STAGES.get(host);

        stages.nothingFails(each);
        stages.aSecondApplyChangesNothing(each);
        stages.anotherSpellingOfTheSameChangesNothing(each);
        stages.anotherValueIsTheOnlyDifferenceAndDoesNoMoreThanNeeded(each);
        stages.whatLeavesTheFileIsTakenBack(each);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOlderEngineIsNotAsked(NewCase each) {
        SettingStages old = new SettingStages(lab, OLD, folder, List.of());
        String text = "site 'old'\n" + old.container("set-old", each.what().first());

        assertThat(old.refusals(text))
                .singleElement()
                .asString()
                .contains(
                        "the container set-old says `",
                        "from Docker " + each.since().docker() + " on");
        assertThat(lab.docker(OLD, "ps", "-a", "--format", "{{.Names}}").lines())
                .doesNotContain("set-old");
    }

    @Test
    void aNetworkCanDoWithoutIpv4() {
        String network = "network('six') { ipv6 true; %s }\n";
        String text = "site 'six'\n" + network;
        String member = STAGES.get("web28").container("in-six", "networks 'six'");
        LabHost host = new LabHost(lab, "web28", folder.resolve("web28"));

        assertThat(host.apply(text.formatted("ipv4 false") + member).failures()).isEmpty();
        assertThat(host.apply(text.formatted("ipv4 false") + member).plan().changes())
                .isEmpty();
        assertThat(lab.docker(
                        "web28",
                        "inspect",
                        "-f",
                        "{{.NetworkSettings.Networks.six.IPAddress}}|{{.NetworkSettings.Networks.six.GlobalIPv6Address}}",
                        "in-six"))
                .startsWith("|f");
        assertThat(host.apply(text.formatted("") + member).failures()).isEmpty();
        assertThat(host.apply(text.formatted("ipv4 true") + member).plan().changes())
                .isEmpty();
        assertThat(new SettingStages(lab, OLD, folder, List.of())
                        .refusals(text.formatted("ipv4 false")
                                + new SettingStages(lab, OLD, folder, List.of()).container("in-six", "networks 'six'")))
                .singleElement()
                .asString()
                .contains("the network six says `ipv4 false`", "from Docker 28 on");
    }
}
