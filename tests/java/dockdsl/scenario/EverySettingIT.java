package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.run.Event;
import dockdsl.scenario.SettingCases.Case;
import dockdsl.scenario.SettingStages.Applied;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting that an engine keeps, on a real one: one container for each of them, and all of them go through the same stages
 * together.
 */
class EverySettingIT {
    @SuppressWarnings("unused") // by its name
    private static final List<Case> CASES = SettingCases.ALL;

    private static final String HOST = "h1";

    @TempDir
    private static Path folder;

    private static Lab lab;
    private static SettingStages stages;

    @BeforeAll
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    static void goThroughTheStages() {
        lab = Lab.upWithRegistry("set", HOST);
        lab.ssh(
                HOST,
                "[ -b /dev/lab ] || mknod /dev/lab b $(grep -hv '^7:' /sys/block/*/dev | sort -V | tail -1 | tr : ' ')");
        stages = new SettingStages(lab, HOST, folder, SettingCases.ALL);
        stages.goThrough();
    }

    @Test
    void everySettingThatTheEngineKeepsIsTried() {
        assertThat(Stream.concat(SettingCases.EVER.stream().map(Case::setting), SettingCases.REFUSED.keySet().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ContainerWords.KEPT);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void nothingFails(Case each) {
        stages.nothingFails(each);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void aSecondApplyChangesNothing(Case each) {
        stages.aSecondApplyChangesNothing(each);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void anotherSpellingOfTheSameChangesNothing(Case each) {
        stages.anotherSpellingOfTheSameChangesNothing(each);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void anotherValueIsTheOnlyDifferenceAndDoesNoMoreThanNeeded(Case each) {
        stages.anotherValueIsTheOnlyDifferenceAndDoesNoMoreThanNeeded(each);
    }

    @ParameterizedTest
    @FieldSource("CASES")
    void whatLeavesTheFileIsTakenBack(Case each) {
        stages.whatLeavesTheFileIsTakenBack(each);
    }

    /** The lab has no GPU, no quotas of file systems, and no time for real-time tasks. */
    @ParameterizedTest
    @MethodSource("refused")
    void whatTheEngineRefusesLeavesWhatRuns(Setting<?> setting, String told) {
        String name = "set-refused-" + setting.name();
        String plain = "site 'refused'\n" + container(name, "stopTimeout 0");
        String asking = "site 'refused'\n" + container(name, "stopTimeout 0; " + setting.example());
        apply(plain);

        LabHost.Applied refused = apply(asking).run();

        assertThat(refused.failures()).singleElement().asString().contains(name, told);
        assertThat(lab.docker(HOST, "inspect", "-f", "{{.Id}} {{.State.Running}}", name))
                .isEqualTo(refused.before().container(name).orElseThrow().id() + " true");
        assertThat(apply(plain).plan().changes()).isEmpty();
        assertThat(lab.docker(HOST, "ps", "-a", "--format", "{{.Names}}").lines())
                .doesNotContain(name + ".dockdsl-new", name + ".dockdsl-old");
    }

    static Stream<Arguments> refused() {
        return SettingCases.REFUSED.entrySet().stream()
                .map(refusal -> Arguments.arguments(refusal.getKey(), refusal.getValue()));
    }

    /** The kernel's counter of processes is taken away from the engine. */
    @Test
    void whatTheKernelDoesNotHaveIsToldAndNotTriedAgain() {
        String text = "site 'lacking'\n" + container("set-lacking", "pidsLimit 100; memory '64m'");
        lab.ssh(HOST, "umount /sys/fs/cgroup/pids && systemctl reset-failed docker && systemctl restart docker");
        try {
            assertThat(apply(text).events())
                    .anySatisfy(event -> assertThat(event)
                            .isInstanceOfSatisfying(
                                    Event.Cautioned.class,
                                    caution -> assertThat(caution.what()).containsIgnoringCase("pids limit")));

            Plan again = apply(text).plan();

            assertThat(again.changes()).isEmpty();
            assertThat(again.unkept())
                    .extracting(Plan.Unkept::difference)
                    .containsExactly(new Difference("pidsLimit", Optional.of("unlimited"), Optional.of("100")));
        } finally {
            lab.ssh(
                    HOST,
                    "mount -t cgroup -o pids cgroup /sys/fs/cgroup/pids && systemctl reset-failed docker && systemctl restart docker");
        }
        assertThat(apply(text).plan().changes())
                .flatExtracting(Change::differences)
                .extracting(Difference::setting)
                .containsExactly("pidsLimit");
        assertThat(apply(text).plan().unkept()).isEmpty();
    }

    /** Made and looked at under one set of defaults, and looked at again under another. */
    @Test
    void anotherDefaultOfTheEngineIsNoDifference() {
        String silent = container("set-silent", "");
        String options = container("set-options", "logOptions 'max-file': 3");
        String text = "site 'defaults'\n" + silent + options;
        lab.ssh(HOST, "cp /etc/docker/daemon.json /root/daemon.json");
        try {
            lab.ssh(HOST, """
                    sed -i '1s/{/{"log-driver":"json-file","log-opts":{"max-size":"20m"},\
                    "default-shm-size":"32M","default-ipc-mode":"shareable",/' /etc/docker/daemon.json
                    systemctl reset-failed docker && systemctl restart docker""");
            apply(text);
            assertThat(lab.docker(
                            HOST, "inspect", "-f", "{{.HostConfig.LogConfig}} {{.HostConfig.ShmSize}}", "set-options"))
                    .contains("max-file:3", "max-size:20m", "33554432");
            assertThat(apply(text).plan().changes()).isEmpty();
        } finally {
            lab.ssh(
                    HOST,
                    "cp /root/daemon.json /etc/docker/daemon.json && systemctl reset-failed docker && systemctl restart docker");
        }
        assertThat(apply(text).plan().changes())
                .flatExtracting(Change::differences)
                .isEmpty();
        assertThat(apply("site 'defaults'\n" + silent + container("set-options", ""))
                        .plan()
                        .changes())
                .flatExtracting(Change::differences)
                .containsExactly(new Difference("logOptions.max-file", Optional.of("3"), Optional.empty()));
    }

    private static String container(String name, String settings) {
        return stages.container(name, settings);
    }

    private static Applied apply(String text) {
        return stages.apply(text);
    }
}
