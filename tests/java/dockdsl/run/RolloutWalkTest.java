package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.plan.Action;
import dockdsl.plan.Change;
import dockdsl.plan.ChangeOf;
import dockdsl.plan.Plan;
import dockdsl.plan.Rollout;
import dockdsl.plan.Rollout.Batch;
import dockdsl.plan.Rollout.Keep;
import dockdsl.plan.Rollout.Turn;
import dockdsl.plan.Step;
import dockdsl.value.Hook;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RolloutWalkTest {
    private final RecordingFleet fleet = new RecordingFleet("web1", "web2", "web3");
    private final RecordingEngine web1 = fleet.engine("web1");
    private final RecordingEngine web2 = fleet.engine("web2");
    private final RecordingEngine web3 = fleet.engine("web3");
    private final List<String> diary = fleet.diary();
    private final List<Event> events = fleet.events();

    @Test
    void aBatchThatFailsLeavesTheNextOnesUntouched() {
        web1.failsAt("start app");

        Recap recap = walk(rollout("app", 1, 0, Keep.CHANGE, replacement("web1"), replacement("web2")));

        assertThat(diary).doesNotContain("web2: stop app").contains("web1: rename app.dockdsl-old to app");
        assertThat(recap.of("web1").failed()).isEqualTo(1);
        assertThat(recap.of("web2").skipped()).isEqualTo(1);
    }

    @Test
    void asManyHostsMayFailAsAreTolerated() {
        web1.failsAt("start app");

        walk(rollout("app", 1, 1, Keep.CHANGE, replacement("web1"), replacement("web2"), replacement("web3")));

        assertThat(diary).contains("web2: remove app.dockdsl-old", "web3: remove app.dockdsl-old");
    }

    @Test
    void aRollbackBringsBackTheVeryContainersAndLeavesUntouchedHostsAlone() {
        web2.failsAt("start app");

        Recap recap =
                walk(rollout("app", 1, 0, Keep.ROLLOUT, replacement("web1"), replacement("web2"), replacement("web3")));

        assertThat(diary).doesNotContain("web1: remove app.dockdsl-old").doesNotContain("web3: stop app");
        assertThat(diary)
                .containsSubsequence(
                        "web1: start app",
                        "web2: start app",
                        "web1: rename app to app.dockdsl-new",
                        "web1: rename app.dockdsl-old to app",
                        "web1: start app",
                        "web1: remove app.dockdsl-new");
        assertThat(recap.of("web1")).isEqualTo(new Recap.Outcome(0, 0, false, 0, 0, 1, 0));
        assertThat(events)
                .filteredOn(Event.TakenBack.class::isInstance)
                .extracting(event -> ((Event.TakenBack) event).why())
                .containsExactly("app failed on web2");
    }

    @Test
    void aRolloutThatHoldsRemovesWhatItKept() {
        walk(rollout("app", 1, 0, Keep.ROLLOUT, replacement("web1"), replacement("web2")));

        assertThat(diary.indexOf("web1: remove app.dockdsl-old"))
                .isGreaterThan(diary.lastIndexOf("web2: rename app.dockdsl-new to app"));
    }

    @Test
    void aRunThatHoldsTogetherTakesBackEarlierWavesToo() {
        web2.failsAt("start late");

        Recap recap = walk(
                rollout("app", 1, 0, Keep.RUN, replacement("web1")),
                rollout("late", 2, 0, Keep.RUN, replacing("web2", "late").make()));

        assertThat(diary).containsSubsequence("web2: start late", "web1: rename app.dockdsl-old to app");
        assertThat(recap.results())
                .extracting(Recap.Result::fate)
                .containsExactlyInAnyOrder(Fate.TAKEN_BACK, Fate.FAILED);
    }

    @Test
    void aRollbackThatFailsIsToldAndGoesOnElsewhere() {
        web3.failsAt("start app");
        web1.failsAt("rename app.dockdsl-old to app");

        Recap recap =
                walk(rollout("app", 1, 0, Keep.ROLLOUT, replacement("web1"), replacement("web2"), replacement("web3")));

        assertThat(recap.of("web1").failed()).isEqualTo(1);
        assertThat(recap.of("web2").rescued()).isEqualTo(1);
        assertThat(events)
                .filteredOn(event ->
                        event instanceof Event.Broke broke && broke.host().equals("web1"))
                .singleElement()
                .satisfies(event -> assertThat(((Event.Broke) event).why())
                        .hasMessageContaining("could not be taken back after app failed on web3"));
    }

    @Test
    void aHostThatCannotBePreparedKeepsACarefulRolloutFromBeginning() {
        web2.failsAt("create app.dockdsl-new");

        walk(rollout("app", 1, 0, Keep.ROLLOUT, replacement("web1"), replacement("web2")));

        assertThat(diary).doesNotContain("web1: stop app").contains("web1: remove app.dockdsl-new");
    }

    @Test
    void whatIsNotEssentialIsIgnoredAndStopsNobody() {
        web1.failsAt("start app");

        Recap recap = walk(
                rollout(
                        "app",
                        1,
                        0,
                        Keep.CHANGE,
                        replacing("web1", "app").inessential().make()),
                rollout(
                        "late",
                        2,
                        0,
                        Keep.CHANGE,
                        replacing("web1", "late").needs("app").make()));

        assertThat(recap.of("web1").failed()).isZero();
        assertThat(recap.of("web1").ignored()).isEqualTo(1);
        assertThat(diary).contains("web1: remove late.dockdsl-old");
    }

    @Test
    void aHookBeforeTheStopThatFailsDisturbsNothing() {
        fleet.commandsHereEndWith(3);
        Hook hook = new Hook(Hook.Place.HERE, List.of("drain it", "o'clock"), false, Duration.ofSeconds(5));
        Step run = Step.of(new Action.RunHook(
                Hook.Moment.BEFORE_STOP, hook, "app", new TreeMap<>(Map.of("DOCKDSL_HOST", "web1"))));
        Step stop = Step.of(new Action.StopContainer("app", Duration.ZERO), new Action.StartContainer("app"));

        walk(rollout(
                "app",
                1,
                0,
                Keep.CHANGE,
                ChangeOf.container("web1", "app").switching(run, stop).make()));

        assertThat(diary).containsExactly("here: export DOCKDSL_HOST='web1'\n'drain it' 'o'\\''clock'");
    }

    @Test
    void whenTheSecondOfASwapFailsBothRunAgain() {
        web1.failsAt("rename two.dockdsl-new to two");

        Recap recap = walk(
                rollout("one", 1, 0, Keep.CHANGE, first("web1")),
                rollout("two", 2, 0, Keep.CHANGE, second("web1").make()));

        assertThat(diary)
                .containsSubsequence(
                        "web1: rename two.dockdsl-old to two",
                        "web1: stop one",
                        "web1: rename one.dockdsl-old to one",
                        "web1: start one",
                        "web1: start two",
                        "web1: remove one.dockdsl-new")
                .doesNotContain("web1: remove one.dockdsl-old");
        assertThat(recap.of("web1")).isEqualTo(new Recap.Outcome(0, 0, false, 1, 0, 1, 0));
        assertThat(events)
                .filteredOn(Event.TakenBack.class::isInstance)
                .extracting(event -> ((Event.TakenBack) event).why())
                .containsExactly("two is not as declared, and the two change together or not at all");
    }

    @Test
    void whereTheSecondOfASwapIsNotComeToTheFirstGoesBackToo() {
        web1.failsAt("rename two.dockdsl-new to two");

        Recap recap = walk(
                rollout("one", 1, 0, Keep.CHANGE, first("web1"), first("web2")),
                rollout(
                        "two",
                        2,
                        0,
                        Keep.CHANGE,
                        second("web1").make(),
                        second("web2").make()));

        assertThat(diary)
                .containsSubsequence("web2: rename one.dockdsl-old to one", "web2: start one", "web2: start two")
                .doesNotContain("web2: remove one.dockdsl-old");
        assertThat(recap.of("web2")).isEqualTo(new Recap.Outcome(0, 0, false, 0, 1, 1, 0));
    }

    @Test
    void nothingOfASwapIsRemovedBeforeBothAreWell() {
        walk(
                rollout("one", 1, 0, Keep.CHANGE, first("web1")),
                rollout("two", 2, 0, Keep.CHANGE, second("web1").make()));

        assertThat(diary)
                .containsSubsequence("web1: start two", "web1: remove two.dockdsl-old", "web1: remove one.dockdsl-old");
    }

    @Test
    void aSwapIsNotBegunWhenItsSecondCannotBePrepared() {
        web1.failsAt("create two.dockdsl-new");

        walk(
                rollout("one", 1, 0, Keep.CHANGE, first("web1")),
                rollout("two", 2, 0, Keep.CHANGE, second("web1").inessential().make()));

        assertThat(diary).doesNotContain("web1: stop two", "web1: stop one").contains("web1: remove one.dockdsl-new");
    }

    @Test
    void theSecondOfASwapIsLeftAloneWhereTheFirstFailedThoughItMay() {
        web1.failsAt("rename one.dockdsl-new to one");

        Recap recap = walk(
                rollout("one", 1, 1, Keep.CHANGE, first("web1"), first("web2")),
                rollout(
                        "two",
                        2,
                        1,
                        Keep.CHANGE,
                        second("web1").make(),
                        second("web2").make()));

        assertThat(diary)
                .containsSubsequence("web1: start one", "web1: start two")
                .doesNotContain("web1: rename two to two.dockdsl-old")
                .contains("web2: remove two.dockdsl-old", "web2: remove one.dockdsl-old");
        assertThat(recap.of("web1").skipped()).isEqualTo(1);
    }

    @Test
    void whatNeedsAContainerWhoseFailureIsToleratedIsDoneThoughItIsPartOfASwap() {
        web1.failsAt("rename one.dockdsl-new to one");

        walk(
                rollout("one", 1, 1, Keep.CHANGE, first("web1"), first("web2")),
                rollout(
                        "two",
                        2,
                        1,
                        Keep.CHANGE,
                        second("web1").make(),
                        second("web2").make()),
                rollout(
                        "late",
                        3,
                        0,
                        Keep.CHANGE,
                        replacing("web2", "late").needs("one").make()));

        assertThat(diary).contains("web2: remove late.dockdsl-old");
    }

    /** It has to stop the other one, since each wants the port of the other. */
    private static Change first(String host) {
        return replacing(host, "one")
                .switchingFirst(
                        Step.of(new Action.StopContainer("two", Duration.ZERO), new Action.StartContainer("two")))
                .boundTo("two")
                .make();
    }

    private static ChangeOf second(String host) {
        return replacing(host, "two").needs("one").wave(2).switchingLater();
    }

    private Recap walk(Rollout... rollouts) {
        List<Change> changes = Arrays.stream(rollouts).flatMap(Rollout::changes).toList();
        return fleet.carryOut(
                new Plan("shop", changes, List.of(rollouts), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /** Each change is a batch of its own. */
    private static Rollout rollout(String container, int wave, int tolerance, Keep keep, Change... changes) {
        List<Batch> batches = Arrays.stream(changes)
                .map(change -> new Batch(List.of(new Turn(change.host(), List.of(change)))))
                .toList();
        boolean essential = Arrays.stream(changes).allMatch(Change::essential);
        return new Rollout(container, wave, batches, tolerance, Duration.ZERO, keep, essential);
    }

    private static Change replacement(String host) {
        return replacing(host, "app").make();
    }

    private static ChangeOf replacing(String host, String name) {
        return ChangeOf.replacement(host, name)
                .finish(Step.of(new Action.RemoveContainer(name + ".dockdsl-old", false)));
    }
}
