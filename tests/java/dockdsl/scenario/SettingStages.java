package dockdsl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.lab.Lab;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Change;
import dockdsl.plan.Difference;
import dockdsl.plan.Plan;
import dockdsl.run.Event;
import dockdsl.scenario.SettingCases.Case;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One container for each of some cases, all of which go through the same stages together on one host of the lab. */
final class SettingStages {
    private final Lab lab;
    private final String hostName;
    private final LabHost host;
    private final List<Case> cases;

    Applied created;
    Applied again;
    Applied respelled;
    Applied changed;
    Applied changedAgain;
    Applied removed;
    Applied removedAgain;

    SettingStages(Lab lab, String hostName, Path folder, List<Case> cases) {
        this.lab = lab;
        this.hostName = hostName;
        this.host = new LabHost(lab, hostName, folder);
        this.cases = cases;
    }

    /** Begins without any container. */
    void goThrough() {
        lab.removeContainers(hostName);
        created = apply(Case::first);
        again = apply(Case::first);
        respelled = apply(Case::respelled);
        changed = apply(Case::second);
        changedAgain = apply(Case::second);
        removed = apply(each -> "");
        removedAgain = apply(each -> "");
    }

    /** The stages of one case. */
    void nothingFails(Case each) {
        for (Applied stage : List.of(created, again, respelled, changed, changedAgain, removed, removedAgain)) {
            assertThat(stage.failures(each)).isEmpty();
        }
    }

    void aSecondApplyChangesNothing(Case each) {
        assertThat(again.differences(each)).isEmpty();
        assertThat(again.before(each)).isEqualTo(respelled.before(each));
    }

    void anotherSpellingOfTheSameChangesNothing(Case each) {
        assertThat(respelled.differences(each)).isEmpty();
        assertThat(respelled.before(each)).isEqualTo(changed.before(each));
    }

    void anotherValueIsTheOnlyDifferenceAndDoesNoMoreThanNeeded(Case each) {
        assertThat(changed.differences(each).isEmpty()).isEqualTo(each.change() == SettingCases.Change.NONE);
        assertThat(changed.differences(each))
                .allSatisfy(difference -> assertThat(difference.setting().split("\\.")[0])
                        .isEqualTo(each.setting().name()));
        switch (each.change()) {
            case IN_PLACE, NONE -> assertThat(changedAgain.before(each)).isEqualTo(changed.before(each));
            case RECREATE ->
                assertThat(changedAgain.before(each).id())
                        .isNotEqualTo(changed.before(each).id());
        }
        assertThat(changedAgain.differences(each)).isEmpty();
        assertThat(changedAgain.before(each)).isEqualTo(removed.before(each));
    }

    void whatLeavesTheFileIsTakenBack(Case each) {
        assertThat(removedAgain.differences(each)).isEmpty();
    }

    private Applied apply(Function<Case, String> spelling) {
        StringBuilder text = new StringBuilder("site 'every'\n");
        for (Case each : cases) {
            text.append(container(each.container(), each.always() + "\n" + spelling.apply(each)));
        }
        text.append(container("set-donor", SettingCases.DONOR));
        return apply(text.toString());
    }

    String container(String name, String settings) {
        return """

                container('%s') {
                    on '%s'
                    image '%s/hello:1'
                    %s
                }
                """.formatted(name, hostName, lab.fact("LAB_REGISTRY"), settings);
    }

    Applied apply(String text) {
        LabHost.Applied run = host.apply(text);
        assertThat(run.plan().refusals()).isEmpty();
        return new Applied(run);
    }

    /** What the plan refuses, as one text for each. */
    List<String> refusals(String text) {
        return host.apply(text).plan().refusals().stream()
                .map(Plan.Refusal::what)
                .toList();
    }

    /** One container at one moment. */
    record Life(String id, String startedAt) {}

    /** What was there before, what was planned, and what was told while it was done. */
    record Applied(LabHost.Applied run) {
        Plan plan() {
            return run.plan();
        }

        List<Event> events() {
            return run.events();
        }

        Life before(Case each) {
            Tree inspected = run.before()
                    .container(each.container())
                    .map(ObservedContainer::inspected)
                    .orElseThrow(() -> new AssertionError("there is no container " + each.container()));
            return new Life(inspected.text("Id"), inspected.text("State.StartedAt"));
        }

        List<Difference> differences(Case each) {
            return changes(each).stream()
                    .flatMap(change -> change.differences().stream())
                    .toList();
        }

        private List<Change> changes(Case each) {
            return plan().changes().stream()
                    .filter(change -> change.container().equals(each.container()))
                    .toList();
        }

        List<String> failures(Case each) {
            return run.failures().stream()
                    .filter(text -> text.contains(each.container() + ",") || text.contains(each.container() + "]"))
                    .toList();
        }
    }
}
