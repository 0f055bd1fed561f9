package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.AlreadyThere;
import dockdsl.plan.Action;
import dockdsl.plan.Change;
import dockdsl.plan.ChangeOf;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Step;
import dockdsl.plan.Verb;
import dockdsl.problem.HostUnreachable;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    private final RecordingFleet fleet = new RecordingFleet("web1", "web2");
    private final RecordingEngine web1 = fleet.engine("web1");
    private final List<String> diary = fleet.diary();
    private final List<Event> events = fleet.events();

    @Test
    void everyHostIsPreparedBeforeAnythingIsSwitched() {
        carryOut(replacement("web1", "app", 1), replacement("web2", "app", 1));

        int firstStop = diary.indexOf("web1: stop app");
        assertThat(diary.subList(0, Math.min(firstStop, diary.indexOf("web2: stop app"))))
                .contains("web1: create app.dockdsl-new", "web2: create app.dockdsl-new");
    }

    @Test
    void aHostOnWhichSomethingCannotBePreparedIsNotSwitchedAndLeftAsItWas() {
        web1.failsAt("create app.dockdsl-new");

        Recap recap =
                carryOut(replacement("web1", "app", 1), replacement("web1", "other", 1), replacement("web2", "app", 1));

        assertThat(diary).noneMatch(line -> line.startsWith("web1: stop"));
        assertThat(diary.contains("web1: create other.dockdsl-new"))
                .isEqualTo(diary.contains("web1: remove other.dockdsl-new"));
        assertThat(diary).contains("web2: start app");
        assertThat(recap.of("web1")).isEqualTo(new Recap.Outcome(0, 0, false, 1, 1));
        assertThat(recap.of("web2").changed()).isEqualTo(1);
    }

    @Test
    void aContainerThatIsNotWellGivesWayToItsPredecessor() {
        web1.failsAt("start app");

        carryOut(replacement("web1", "app", 1));

        assertThat(diary)
                .containsExactly(
                        "web1: create app.dockdsl-new",
                        "web1: stop app",
                        "web1: rename app to app.dockdsl-old",
                        "web1: rename app.dockdsl-new to app",
                        "web1: start app",
                        "web1: stop app",
                        "web1: rename app to app.dockdsl-new",
                        "web1: rename app.dockdsl-old to app",
                        "web1: start app",
                        "web1: remove app.dockdsl-new");
        assertThat(events)
                .filteredOn(Event.Broke.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    Event.Broke broke = (Event.Broke) event;
                    assertThat(broke.lastLines()).containsExactly("last words of app");
                });
    }

    @Test
    void theLastWordsAreThoseOfTheContainerThatWasStartedLast() {
        web1.failsAt("start app.dockdsl-new");
        Change change = ChangeOf.container("web1", "app")
                .prepare(Step.of(new Action.StartContainer("app")))
                .switching(Step.of(new Action.StartContainer("app.dockdsl-new")))
                .make();

        carryOut(change);

        assertThat(events)
                .filteredOn(Event.Broke.class::isInstance)
                .extracting(event -> ((Event.Broke) event).lastLines())
                .containsExactly(List.of("last words of app.dockdsl-new"));
    }

    /** Else the undoing of a creation would remove what was there before. */
    @Test
    void whatIsThereUnderTheNameOfSomethingNewIsNotTakenBackWithIt() {
        web1.failsAt("create app", new AlreadyThere("web1", "there is an app", "", null));
        Change creation = ChangeOf.container("web1", "app")
                .prepare(
                        Step.of(new Action.CreateContainer("app", Tree.EMPTY), new Action.RemoveContainer("app", true)))
                .switching(Step.of(new Action.StartContainer("app")))
                .make();

        Recap recap = carryOut(creation, replacement("web1", "other", 1));

        assertThat(recap.of("web1").failed()).isEqualTo(1);
        assertThat(diary)
                .doesNotContain("web1: remove app", "web1: start app")
                .noneMatch(line -> line.contains("stop"));
    }

    @Test
    void whatAnEngineWarnsOfIsToldWithItsChange() {
        web1.warns("Weight discarded.");

        carryOut(replacement("web1", "app", 1));

        assertThat(events).contains(new Event.Cautioned(replacement("web1", "app", 1), "Weight discarded."));
    }

    @Test
    void whatNeedsAFailedContainerIsNotTouchedOnAnyHost() {
        web1.failsAt("stop redis");

        Recap recap = carryOut(replacement("web1", "redis", 1), replacement("web2", "app", 2, "redis"));

        assertThat(diary).doesNotContain("web2: stop app").contains("web2: remove app.dockdsl-new");
        assertThat(events).contains(new Event.Skipped(replacement("web2", "app", 2, "redis"), "redis failed on web1"));
        assertThat(recap.of("web2").skipped()).isEqualTo(1);
        assertThat(recap.results())
                .extracting(Recap.Result::fate)
                .containsExactlyInAnyOrder(Fate.TAKEN_BACK, Fate.SKIPPED);
    }

    @Test
    void aDeadConnectionTakesTheHostOutAndTheOthersGoOn() {
        web1.failsAt("stop app", new HostUnreachable("web1", "the connection died", ""));

        Recap recap =
                carryOut(replacement("web1", "app", 1), replacement("web1", "late", 2), replacement("web2", "app", 1));

        assertThat(recap.of("web1").unreachable()).isTrue();
        assertThat(diary).doesNotContain("web1: stop late").contains("web2: start app");
    }

    @Test
    void aContainerThatEndsAtOnceIsNotTakenForRunning() {
        web1.has("app", Map.of("State", Map.of("Status", "exited", "ExitCode", 3)));
        Change change = ChangeOf.container("web1", "app")
                .switching(
                        Step.of(new Action.StartContainer("app")),
                        Step.of(new Action.AwaitWell("app", Duration.ofSeconds(5))))
                .make();

        carryOut(change);

        assertThat(events)
                .filteredOn(Event.Broke.class::isInstance)
                .singleElement()
                .satisfies(event ->
                        assertThat(((Event.Broke) event).why()).hasMessage("its process ended with exit code 3"));
    }

    @Test
    void anImageIsFetchedBeforeContainersAreMade() {
        Change pull = ChangeOf.resource("web1", new Resource(Resource.Kind.IMAGE, "app:1"))
                .verb(Verb.PULL)
                .prepare(Step.of(new Action.PullImage(ImageRef.parse("app:1"))))
                .make();

        carryOut(replacement("web1", "app", 1), pull);

        assertThat(diary).startsWith("web1: pull app:1", "web1: create app.dockdsl-new");
    }

    private Recap carryOut(Change... changes) {
        return fleet.carryOut(new Plan("shop", List.of(changes), List.of(), List.of(), List.of()));
    }

    private static Change replacement(String host, String name, int wave, String... needs) {
        return ChangeOf.replacement(host, name).wave(wave).needs(needs).make();
    }
}
