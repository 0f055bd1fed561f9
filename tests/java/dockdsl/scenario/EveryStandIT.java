package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.plan.Verb;
import dockdsl.scenario.StandCases.Case;
import dockdsl.value.Tree;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.VolumeWords;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every setting of networks and volumes on a real engine, each with a container that stands on it. Networks are made anew around
 * their members, which run on; volumes never are, because they hold data.
 */
class EveryStandIT {
    @SuppressWarnings("unused") // by its name
    private static final List<Case> NETWORKS = StandCases.NETWORKS;

    @SuppressWarnings("unused") // by its name
    private static final List<Case> VOLUMES = StandCases.VOLUMES;

    private static final String HOST = "h1";

    @TempDir
    private static Path folder;

    private static Lab lab;
    private static LabHost host;
    private static LabHost.Applied again;
    private static LabHost.Applied respelled;
    private static LabHost.Applied changed;
    private static LabHost.Applied changedAgain;
    private static LabHost.Applied removed;
    private static LabHost.Applied removedAgain;
    private static LabHost.Applied volumesAgain;
    private static LabHost.Applied volumesRespelled;
    private static LabHost.Applied volumesChanged;
    private static LabHost.Applied volumesBack;

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void goThroughTheStages() {
        lab = Lab.upWithRegistry("stand", HOST);
        host = new LabHost(lab, HOST, folder);
        lab.removeContainers(HOST);
        lab.docker(HOST, "network", "prune", "-f");
        lab.docker(HOST, "volume", "ls", "-q").lines().forEach(each -> lab.docker(HOST, "volume", "rm", each));
        goThroughNetworks();
        goThroughVolumes();
    }

    private static void goThroughNetworks() {
        assertThat(networks(Case::first).failures()).isEmpty();
        again = networks(Case::first);
        respelled = networks(Case::respelled);
        changed = networks(Case::second);
        changedAgain = networks(Case::second);
        removed = networks(each -> "");
        removedAgain = networks(each -> "");
    }

    private static void goThroughVolumes() {
        assertThat(volumes(Case::first).failures()).isEmpty();
        for (Case each : StandCases.VOLUMES) {
            lab.docker(HOST, "exec", each.container(), "/bin/busybox", "sh", "-c", "echo precious > /data/" + each);
        }
        volumesAgain = volumes(Case::first);
        volumesRespelled = volumes(Case::respelled);
        volumesChanged = volumes(Case::second);
        volumesBack = volumes(Case::first);
    }

    @Test
    void everySettingThatTheEngineKeepsIsTried() {
        Set<Setting<?>> networks = new HashSet<>(NetworkWords.KEPT);
        networks.removeAll(Set.of(NetworkWords.DRIVER, NetworkWords.IPAM_DRIVER)); // the lab has but one of each
        networks.remove(NetworkWords.IPV4); // NewSettingsIT has engines that know it

        assertThat(settings(StandCases.NETWORKS)).isEqualTo(networks);
        assertThat(settings(StandCases.VOLUMES)).isEqualTo(Set.copyOf(VolumeWords.KEPT));
    }

    private static Set<Setting<?>> settings(List<Case> cases) {
        return cases.stream().map(Case::setting).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void aNetworkAsDeclaredIsLeftAlone(Case each) {
        for (LabHost.Applied stage : List.of(again, respelled, changedAgain, removedAgain)) {
            assertThat(changes(stage, each)).isEmpty();
        }
        assertThat(network(again, each)).isEqualTo(network(respelled, each)).isEqualTo(network(changed, each));
        assertThat(network(changedAgain, each)).isEqualTo(network(removed, each));
    }

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void aChangedNetworkIsMadeAnewForThisOnly(Case each) {
        assertThat(changes(changed, each)).singleElement().satisfies(change -> {
            assertThat(change.verb()).isEqualTo(Verb.REPLACE);
            assertThat(change.differences())
                    .isNotEmpty()
                    .extracting(difference -> difference.setting().split("\\.")[0])
                    .containsOnly(each.setting().name());
        });
        assertThat(network(changedAgain, each)).isNotEqualTo(network(changed, each));
        assertThat(differences(removed, each).isEmpty()).isEqualTo(each.second().endsWith("false"));
    }

    @ParameterizedTest
    @FieldSource("NETWORKS")
    void itsMembersRunOnAndAreInItAgain(Case each) {
        Tree first = container(again, each).inspected();

        for (LabHost.Applied stage : List.of(respelled, changed, changedAgain, removed, removedAgain)) {
            Tree now = container(stage, each).inspected();
            assertThat(now.text("Id")).isEqualTo(first.text("Id"));
            assertThat(now.text("State.StartedAt")).isEqualTo(first.text("State.StartedAt"));
            assertThat(container(stage, each).endpoints()).containsOnlyKeys(each.name());
            assertThat(container(stage, each).endpoints().get(each.name()).text("NetworkID"))
                    .isEqualTo(network(stage, each));
        }
    }

    @Test
    void nothingFails() {
        for (LabHost.Applied stage :
                List.of(again, respelled, changed, changedAgain, removed, removedAgain, volumesAgain, volumesBack)) {
            assertThat(stage.failures()).isEmpty();
            assertThat(stage.plan().refusals()).isEmpty();
        }
    }

    /** The engine says so when the old one is gone already. */
    @Test
    void aDriverThatTheEngineDoesNotHaveBringsTheOldNetworkBack() {
        String text =
                "site 'driver'\nnetwork('net-driver') { %s }\n" + container("in-net-driver", "networks 'net-driver'");
        host.apply(text.formatted(""));
        String before = lab.docker(HOST, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "in-net-driver");
        assertThat(host.apply(text.formatted("driver 'bridge'; ipamDriver 'default'"))
                        .plan()
                        .changes())
                .isEmpty();

        LabHost.Applied failed = host.apply(text.formatted("driver 'nosuch'"));

        assertThat(failed.failures()).singleElement().asString().contains("net-driver", "nosuch");
        assertThat(lab.docker(HOST, "inspect", "-f", "{{.Id}} {{.State.StartedAt}}", "in-net-driver"))
                .isEqualTo(before);
        assertThat(host.apply(text.formatted("")).plan().changes()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("VOLUMES")
    void aVolumeIsNeverMadeAnew(Case each) {
        for (LabHost.Applied stage : List.of(volumesAgain, volumesRespelled, volumesBack)) {
            assertThat(stage.plan().changes()).isEmpty();
        }
        assertThat(volumesChanged.plan().changes()).isEmpty();
        assertThat(volumesChanged.plan().refusals())
                .extracting(Plan.Refusal::what)
                .anySatisfy(what -> assertThat(what)
                        .contains(
                                "the volume " + each,
                                "it holds data",
                                each.setting().name()));
        assertThat(lab.docker(HOST, "exec", each.container(), "/bin/cat", "/data/" + each))
                .isEqualTo("precious");
        assertThat(container(volumesBack, each).inspected().text("State.StartedAt"))
                .isEqualTo(container(volumesAgain, each).inspected().text("State.StartedAt"));
    }

    private static LabHost.Applied networks(Function<Case, String> spelling) {
        return apply("network", StandCases.NETWORKS, spelling, each -> "networks '" + each + "'");
    }

    private static LabHost.Applied volumes(Function<Case, String> spelling) {
        return apply("volume", StandCases.VOLUMES, spelling, each -> "volume '" + each + "', at: '/data'");
    }

    private static LabHost.Applied apply(
            String kind, List<Case> cases, Function<Case, String> spelling, Function<Case, String> use) {
        StringBuilder text = new StringBuilder("site 'stand-" + kind + "'\n");
        for (Case each : cases) {
            text.append("%s('%s') { %s%n%s }%n".formatted(kind, each, each.always(), spelling.apply(each)));
            text.append(container(each.container(), use.apply(each)));
        }
        return host.apply(text.toString());
    }

    private static String container(String name, String settings) {
        return "container('%s') { on '%s'; image '%s/hello:1'; %s }%n"
                .formatted(name, HOST, lab.fact("LAB_REGISTRY"), settings);
    }

    private static List<Change> changes(LabHost.Applied stage, Case each) {
        return stage.plan().changes().stream()
                .filter(change -> Set.of(each.name(), each.container())
                        .contains(change.resource().name()))
                .toList();
    }

    private static List<Difference> differences(LabHost.Applied stage, Case each) {
        return changes(stage, each).stream()
                .flatMap(change -> change.differences().stream())
                .toList();
    }

    private static ObservedContainer container(LabHost.Applied stage, Case each) {
        return stage.before().container(each.container()).orElseThrow();
    }

    /** The Id of the network, as it was before the stage. */
    private static String network(LabHost.Applied stage, Case each) {
        return stage.before().network(each.name()).orElseThrow().detail().text("Id");
    }
}
