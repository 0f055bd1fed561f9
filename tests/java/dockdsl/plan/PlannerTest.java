package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.Facility;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.SourceRef;
import dockdsl.value.Bytes;
import dockdsl.value.Check;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.PublishedPort;
import dockdsl.value.RestartPolicy;
import dockdsl.value.State;
import dockdsl.value.Swap;
import dockdsl.value.Tree;
import dockdsl.vocabulary.BlockIoWords;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.LogWords;
import dockdsl.vocabulary.ProcessWords;
import dockdsl.vocabulary.ResourceWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private PaperEngine engine = new PaperEngine("web1");

    @Test
    void anEmptyHostGetsNetworkImageAndContainer() {
        Plan plan = plan(container("app", "app:1"));

        assertThat(lines(plan))
                .containsExactly(
                        "image app:1 PULL: it is not there",
                        "network dockdsl-shop CREATE: it is not there",
                        "container app CREATE: it is not there");
    }

    @Test
    void aPlanAfterApplyIsEmptyForEverySetting() {
        engine.hasImage(
                "app:1",
                Map.of(
                        "Env", List.of("PATH=/bin", "LANG=C"),
                        "Cmd", List.of("run"),
                        "ExposedPorts", Map.of("9090/tcp", Map.of()),
                        "Labels", Map.of("vendor", "us")));
        ContainerSpec app = with(
                with(
                        with(
                                with(
                                        with(
                                                with(
                                                        container("app", "app:1"),
                                                        ContainerWords.ENV,
                                                        new TreeMap<>(Map.of("LANG", "de", "MODE", ""))),
                                                ContainerWords.PUBLISH,
                                                Kinds.sorted(PublishedPort.parse("8080:80"))),
                                        ContainerWords.MEMORY,
                                        Bytes.parse("64m")),
                                ContainerWords.VOLUME,
                                Kinds.sorted(List.of(Mount.parse("data:/data"), Mount.parse("/srv:/srv:ro")))),
                        ContainerWords.ENTRYPOINT,
                        List.of("/app")),
                ContainerWords.RESTART,
                RestartPolicy.onFailure(5));

        engine.carryOut(plan(app));

        Plan again = plan(app);
        assertThat(lines(again)).isEmpty();
        assertThat(again.unchanged()).extracting(Plan.Unchanged::why).contains("runs exactly as declared");
    }

    @Test
    void aChangedVariableReplacesThatContainerOnly() {
        ContainerSpec other = container("other", "app:1");
        engine.carryOut(plan(env("app", "A", "1"), other));

        Plan plan = plan(env("app", "A", "2"), other);

        assertThat(lines(plan)).containsExactly("container app REPLACE: 1 setting differs");
        assertThat(plan.changes().getFirst().differences())
                .containsExactly(new Difference("env.A", Optional.of("1"), Optional.of("2")));
    }

    @Test
    void anImageWhoseNameSomebodyTookGetsItBackWhenItIsNeeded() {
        engine.carryOut(plan(env("app", "A", "1"), container("other", "app:1")));
        engine.hasNoImage("app:1");

        assertThat(lines(plan(env("app", "A", "1"), container("other", "app:1"))))
                .isEmpty();
        Plan plan = plan(env("app", "A", "2"), container("other", "app:1"));

        assertThat(lines(plan))
                .containsExactly(
                        "image app:1 UPDATE: somebody took its name from what app is made of",
                        "container app REPLACE: 1 setting differs");
        engine.carryOut(plan);
        assertThat(lines(plan(env("app", "A", "2"), container("other", "app:1"))))
                .isEmpty();
    }

    @Test
    void anImageThatIsGoneWithItsNameIsFetchedWhenItIsNeeded() {
        engine.carryOut(plan(env("app", "A", "1")));
        engine.hasLostImage("app:1");

        assertThat(lines(plan(env("app", "A", "1")))).isEmpty();
        assertThat(lines(plan(env("app", "A", "2"))))
                .containsExactly("image app:1 PULL: it is not there", "container app REPLACE: 1 setting differs");
    }

    @Test
    void whatLeavesTheFileIsDrift() {
        ContainerSpec full = with(
                with(env("app", "A", "1"), ContainerWords.LABELS, new TreeMap<>(Map.of("team", "web"))),
                ContainerWords.PUBLISH,
                Kinds.sorted(PublishedPort.parse("8080:80")));
        engine.carryOut(plan(full));

        assertThat(plan(container("app", "app:1")).changes().getFirst().differences())
                .containsExactlyInAnyOrder(
                        new Difference("env.A", Optional.of("1"), Optional.empty()),
                        new Difference("labels.team", Optional.of("web"), Optional.empty()),
                        new Difference("publish", Optional.of("8080:80"), Optional.empty()),
                        new Difference("expose", Optional.of("80/tcp"), Optional.empty()));
    }

    @Test
    void whatTheKernelOfAHostDoesNotHaveIsToldAndNeverPlanned() {
        ContainerSpec app = with(
                with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse("64m")),
                ResourceWords.MEMORY_SWAP,
                Swap.parse("96m"));
        engine.carryOut(plan(app));
        engine.change("app", detail -> detail.with("HostConfig.MemorySwap", -1));
        assertThat(lines(plan(app))).containsExactly("container app UPDATE: 1 setting differs");

        engine.lacks(Facility.SWAP);

        Plan plan = plan(app);
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.unkept())
                .containsExactly(new Plan.Unkept(
                        "web1",
                        new Resource(Resource.Kind.CONTAINER, "app"),
                        new Difference("memorySwap", Optional.of("unlimited"), Optional.of("96m")),
                        HERE));
        assertThat(plan.unchanged())
                .extracting(Plan.Unchanged::why)
                .contains("runs as declared, but for what this host does not support");
    }

    @Test
    void otherDifferencesOfAContainerAreChangedBesidesWhatItsKernelDoesNotHave() {
        ContainerSpec app = with(container("app", "app:1"), ResourceWords.PIDS_LIMIT, 100);
        engine.carryOut(plan(app));
        engine.change("app", detail -> detail.with("HostConfig.PidsLimit", 0));
        engine.lacks(Facility.PIDS);

        Plan plan = plan(with(app, ContainerWords.RESTART, RestartPolicy.ALWAYS));

        assertThat(plan.changes().getFirst().differences())
                .extracting(Difference::setting)
                .containsExactly("restart");
        assertThat(plan.unkept()).hasSize(1);
    }

    @Test
    void aWeightThatAnEngineDroppedWhenItWasToldIsNotToldAgain() {
        ContainerSpec app = with(container("app", "app:1"), BlockIoWords.WEIGHT, 300);
        engine.carryOut(plan(app));
        engine.change("app", detail -> detail.with("HostConfig.BlkioWeight", 0));

        assertThat(plan(app).changes()).isEmpty();
        assertThat(plan(app).unkept())
                .extracting(Plan.Unkept::difference)
                .containsExactly(new Difference("blkioWeight", Optional.empty(), Optional.of("300")));
        assertThat(plan(container("app", "app:1")).changes()).isEmpty();
    }

    @Test
    void aWeightIsFirstToldToANewContainerAndThenChangedInPlace() {
        engine.carryOut(plan(container("app", "app:1")));
        ContainerSpec weighed = with(container("app", "app:1"), BlockIoWords.WEIGHT, 300);
        assertThat(lines(plan(weighed))).containsExactly("container app REPLACE: 1 setting differs");
        engine.carryOut(plan(weighed));

        assertThat(lines(plan(with(weighed, BlockIoWords.WEIGHT, 400))))
                .containsExactly("container app UPDATE: 1 setting differs");
        assertThat(lines(plan(container("app", "app:1")))).containsExactly("container app REPLACE: 1 setting differs");
    }

    @Test
    void restartPolicyAndMoreMemoryNeedNoNewContainer() {
        engine.carryOut(plan(with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse("64m"))));

        ContainerSpec changed = with(
                with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse("256m")),
                ContainerWords.RESTART,
                RestartPolicy.ALWAYS);
        Plan plan = plan(changed);

        assertThat(lines(plan)).containsExactly("container app UPDATE: 2 settings differ");
        assertThat(actions(plan))
                .singleElement()
                .isInstanceOfSatisfying(
                        Action.UpdateContainer.class,
                        update -> assertThat(update.body().number("MemorySwap")).isEqualTo(512L << 20));
        engine.carryOut(plan);
        assertThat(lines(plan(changed))).isEmpty();
    }

    @Test
    void aPortThatMovesOnIsGivenBeforeItIsTaken() {
        made(published("zoo", "8080:80"), published("app", "8081:80"));

        Plan plan = plan(published("zoo", "8082:80"), published("app", "8080:80"));

        assertThat(plan.changes().getFirst().switching().getFirst().action()).isInstanceOf(Action.StopContainer.class);
        assertThat(stops(plan)).containsExactly("zoo", "app");
    }

    @Test
    void containersThatSwapPortsAreBothStoppedBeforeEitherStarts() {
        made(published("app", "8080:80"), published("zoo", "8081:80"));

        Plan plan = plan(published("app", "8081:80"), published("zoo", "8080:80"));

        assertThat(stops(plan)).containsExactlyInAnyOrder("app", "zoo");
        Change first = plan.changes().getFirst();
        Change second = plan.changes().getLast();
        assertThat(first.wave()).isLessThan(second.wave());
        assertThat(first.switching().getFirst())
                .isEqualTo(Step.of(
                        new Action.StopContainer(second.resource().name(), Duration.ofSeconds(10)),
                        new Action.StartContainer(second.resource().name())));
        assertThat(second.needs()).contains(first.container());
        engine.carryOut(plan);
        assertThat(lines(plan(published("app", "8081:80"), published("zoo", "8080:80"))))
                .isEmpty();
    }

    @Test
    void theFirstOfASwapSaysWhomItStopsAndGoesBackWithIt() {
        made(published("app", "8080:80"), published("zoo", "8081:80"));

        Plan plan = plan(published("app", "8081:80"), published("zoo", "8080:80"));

        Change first = plan.changes().getFirst();
        String second = plan.changes().getLast().resource().name();
        assertThat(first.boundTo()).containsExactly(second);
        assertThat(first.reason())
                .isEqualTo("2 settings differ; stops " + second + " for its port; goes back when " + second + " fails");
        assertThat(plan.changes().getLast().boundTo()).isEmpty();
    }

    @Test
    void whoTookAPortOfTheOneThatGoesBackGoesBackToo() {
        made(published("app", "8080:80"), published("bee", "8081:80"), published("zoo", "8082:80"));

        Plan plan = plan(published("app", "8081:80"), published("bee", "8082:80"), published("zoo", "8080:80"));

        String last = plan.changes().getLast().resource().name();
        assertThat(plan.changes())
                .hasSize(3)
                .filteredOn(change -> !change.resource().name().equals(last))
                .allSatisfy(change -> assertThat(change.boundTo()).containsExactly(last));
    }

    @Test
    void aPortThatOnlyMovesOnBindsNobody() {
        made(published("zoo", "8080:80"), published("app", "8081:80"));

        Plan plan = plan(published("zoo", "8082:80"), published("app", "8080:80"));

        assertThat(plan.changes()).hasSize(2).allSatisfy(change -> {
            assertThat(change.boundTo()).isEmpty();
            assertThat(change.reason()).isEqualTo("2 settings differ");
        });
    }

    @Test
    void aContainerThatShallBeGoneGivesItsPortBeforeItIsTaken() {
        made(published("zoo", "8080:80"));

        Plan plan = plan(gone("zoo"), published("app", "8080:80"));

        assertThat(lines(plan))
                .containsExactly("container zoo REMOVE: it shall be absent", "container app CREATE: it is not there");
        assertThat(plan.changes().getFirst().wave())
                .isLessThan(plan.changes().getLast().wave());
    }

    @Test
    void aSwapThatIsCutOffAnywhereIsHealedByTheNextRun() {
        List<ContainerSpec> before = List.of(published("app", "8080:80"), published("zoo", "8081:80"));
        List<ContainerSpec> after = List.of(published("app", "8081:80"), published("zoo", "8080:80"));
        healsWhereverItIsCut(before, after);
    }

    @Test
    void aSwapWithChecksThatIsCutOffAnywhereIsHealedByTheNextRun() {
        List<ContainerSpec> before = List.of(checked("app", "8080:80"), checked("zoo", "8081:80"));
        List<ContainerSpec> after = List.of(checked("app", "8081:80"), checked("zoo", "8080:80"));
        healsWhereverItIsCut(before, after);
    }

    @Test
    void predecessorsWhosePortsAreTakenStayUntilWhatCameAfterThemIsProven() {
        made(checked("app", "8080:80"), checked("zoo", "8081:80"));
        actions(plan(checked("app", "8081:80"), checked("zoo", "8080:80"))).forEach(engine::take);

        Plan plan = plan(checked("app", "8081:80"), checked("zoo", "8080:80"));

        assertThat(plan.changes()).hasSize(2).allSatisfy(change -> {
            assertThat(change.reason()).isEqualTo("an interrupted run left its predecessor and did not prove it");
            assertThat(change.switching())
                    .extracting(Step::action)
                    .hasExactlyElementsOfTypes(Action.AwaitWell.class, Action.AwaitCheck.class);
            assertThat(change.finish())
                    .containsExactly(
                            Step.of(new Action.RemoveContainer(change.resource().name() + ".dockdsl-old", false)));
        });
    }

    @Test
    void portsThatGoRoundAreHealedWhereverTheRunIsCutOff() {
        healsWhereverItIsCut(
                List.of(checked("app", "8080:80"), published("bee", "8081:80"), checked("zoo", "8082:80")),
                List.of(checked("app", "8081:80"), published("bee", "8082:80"), checked("zoo", "8080:80")));
    }

    private void healsWhereverItIsCut(List<ContainerSpec> before, List<ContainerSpec> after) {
        made(before.toArray(ContainerSpec[]::new));
        ContainerSpec[] wanted = after.toArray(ContainerSpec[]::new);
        PaperEngine start = engine;
        List<Action> actions = inTurn(plan(wanted), false);
        for (int cut = 0; cut <= actions.size(); cut++) {
            for (boolean otherWayRound : List.of(false, true)) {
                engine = start.copy();
                actions.subList(0, cut).forEach(engine::take);
                Plan healing = plan(wanted);
                assertThatCode(() -> inTurn(healing, otherWayRound).forEach(engine::take))
                        .as("cut before %s", cut < actions.size() ? actions.get(cut) : "nothing")
                        .doesNotThrowAnyException();
                assertThat(lines(plan(wanted))).isEmpty();
                assertThat(engine.snapshot().containers())
                        .extracting(ObservedContainer::name)
                        .containsExactlyInAnyOrderElementsOf(
                                after.stream().map(ContainerSpec::name).toList());
            }
        }
    }

    /**
     * In the order in which they are done: what is bound to a later change is finished after that.
     *
     * @param otherWayRound whether of two changes of one wave the second comes first: they are done at the same time
     */
    private static List<Action> inTurn(Plan plan, boolean otherWayRound) {
        List<Change> changes = new ArrayList<>(otherWayRound ? plan.changes().reversed() : plan.changes());
        changes.sort(Comparator.comparingInt(Change::wave));
        Stream<Step> prepared = changes.stream().flatMap(change -> change.prepare().stream());
        Stream<Step> switched = changes.stream().flatMap(change -> change.switching().stream());
        Stream<Step> finished = changes.reversed().stream().flatMap(change -> change.finish().stream());
        return Stream.of(prepared, switched, finished)
                .flatMap(steps -> steps)
                .map(Step::action)
                .toList();
    }

    private static ContainerSpec checked(String name, String port) {
        return with(
                published(name, port),
                ContainerWords.CHECK,
                List.of(new Check.Exec(List.of("true"), Duration.ofSeconds(1))));
    }

    private static ContainerSpec gone(String name) {
        return with(container(name, "app:1"), ContainerWords.STATE, State.ABSENT);
    }

    private void made(ContainerSpec... containers) {
        engine.carryOut(plan(containers));
    }

    private static List<String> stops(Plan plan) {
        return actions(plan).stream()
                .filter(Action.StopContainer.class::isInstance)
                .map(action -> ((Action.StopContainer) action).name())
                .toList();
    }

    private static ContainerSpec published(String name, String port) {
        return with(container(name, "app:1"), ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse(port)));
    }

    @Test
    void aLimitIsLiftedByANewContainerOnly() {
        engine.carryOut(plan(with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse("64m"))));

        assertThat(lines(plan(container("app", "app:1")))).containsExactly("container app REPLACE: 1 setting differs");
    }

    @Test
    void moreMemoryLeavesADeclaredSwapAsItIs() {
        ContainerSpec small = memory("64m", "512m");
        engine.carryOut(plan(small));

        Plan plan = plan(memory("128m", "512m"));

        assertThat(plan.changes().getFirst().differences())
                .containsExactly(new Difference("memory", Optional.of("64m"), Optional.of("128m")));
        assertThat(actions(plan))
                .containsExactly(new Action.UpdateContainer(
                        "app", new Tree(Map.of("Memory", 128L << 20, "MemorySwap", 512L << 20))));
    }

    @Test
    void swapThatLeavesTheFileIsTwiceTheMemoryAgain() {
        engine.carryOut(plan(memory("64m", "512m")));
        ContainerSpec usual = with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse("64m"));

        Plan plan = plan(usual);

        assertThat(lines(plan)).containsExactly("container app UPDATE: 1 setting differs");
        engine.carryOut(plan);
        assertThat(lines(plan(usual))).isEmpty();
        assertThat(lines(plan(memory("64m", "128m")))).isEmpty();
    }

    @Test
    void onlyANewContainerCanSayThatItsSwapIsUnlimited() {
        engine.carryOut(plan(memory("64m", "512m")));

        assertThat(lines(plan(memory("64m", "unlimited")))).containsExactly("container app REPLACE: 1 setting differs");
    }

    private static ContainerSpec memory(String memory, String swap) {
        return with(
                with(container("app", "app:1"), ContainerWords.MEMORY, Bytes.parse(memory)),
                ResourceWords.MEMORY_SWAP,
                Swap.parse(swap));
    }

    @Test
    void aContainerIsStoppedWithThePatienceItWasMadeWith() {
        engine.carryOut(plan(with(container("app", "app:1"), ProcessWords.STOP_TIMEOUT, Duration.ZERO)));

        assertThat(actions(plan(container("app", "app:1")))).contains(new Action.StopContainer("app", Duration.ZERO));
    }

    @Test
    void namesThatAContainerHasAnywayAreNoAliases() {
        ContainerSpec app = with(
                with(container("app", "app:1"), ContainerWords.HOSTNAME, "web"),
                ContainerWords.NETWORKS,
                Kinds.sorted(List.of(new NetworkMembership("backend", Kinds.sorted(List.of("app", "web", "www"))))));
        engine.carryOut(plan(app));
        engine.change("app", detail -> detail.with("NetworkSettings.Networks.backend.Aliases", List.of("www", "web")));

        assertThat(lines(plan(app))).isEmpty();
    }

    @Test
    void anEnginesOwnDefaultsAreNoDifferenceUntilTheyAreTold() {
        ContainerSpec app = container("app", "app:1");
        engine.carryOut(plan(app));
        engine.change(
                "app",
                detail -> detail.with(
                                "HostConfig.LogConfig",
                                Map.of("Type", "json-file", "Config", Map.of("max-size", "10m")))
                        .with("HostConfig.ShmSize", 128L << 20));

        assertThat(lines(plan(app))).isEmpty();
        assertThat(lines(plan(with(app, LogWords.LOG_DRIVER, "json-file")))).isEmpty();
        ContainerSpec local = with(app, LogWords.LOG_DRIVER, "local");
        assertThat(lines(plan(local))).containsExactly("container app REPLACE: 1 setting differs");
        engine.carryOut(plan(local));
        assertThat(plan(app).changes().getFirst().differences())
                .containsExactly(new Difference("logDriver", Optional.of("local"), Optional.empty()));
    }

    @Test
    void anotherTagPullsBeforeAnythingStops() {
        engine.carryOut(plan(container("app", "app:1")));

        Plan plan = plan(container("app", "app:2"));

        assertThat(lines(plan))
                .containsExactly("image app:2 PULL: it is not there", "container app REPLACE: 1 setting differs");
        assertThat(plan.changes().getLast().prepare())
                .extracting(Step::action)
                .singleElement()
                .isInstanceOf(Action.CreateContainer.class);
        engine.carryOut(plan);
        assertThat(lines(plan(container("app", "app:2")))).isEmpty();
    }

    @Test
    void aStoppedContainerIsStarted() {
        engine.carryOut(plan(container("app", "app:1")));
        engine.take(new Action.StopContainer("app", Duration.ZERO));

        assertThat(lines(plan(container("app", "app:1")))).containsExactly("container app START: it is exited");
    }

    @Test
    void aPausedContainerRunsOn() {
        engine.carryOut(plan(container("app", "app:1")));
        isNow("paused");

        Plan plan = plan(container("app", "app:1"));

        assertThat(lines(plan)).containsExactly("container app START: it is paused");
        assertThat(actions(plan))
                .contains(new Action.ResumeContainer("app"))
                .noneMatch(
                        action -> action instanceof Action.StartContainer || action instanceof Action.RestartContainer);
        engine.carryOut(plan);
        assertThat(lines(plan(container("app", "app:1")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STARTED, paused, START, ResumeContainer",
        "STOPPED, paused, STOP, StopContainer",
        "STOPPED, restarting, STOP, StopContainer",
        "RESTARTED, paused, RESTART, RestartContainer"
    })
    void whatIsNeitherRunningNorStoppedGetsToItsState(State state, String status, Verb verb, String action) {
        ContainerSpec spec = with(container("app", "app:1"), ContainerWords.STATE, state);
        engine.carryOut(plan(container("app", "app:1")));
        isNow(status);

        Plan plan = plan(spec);

        assertThat(plan.changes()).extracting(Change::verb).containsExactly(verb);
        assertThat(actions(plan))
                .extracting(each -> each.getClass().getSimpleName())
                .contains(action);
    }

    @Test
    void aRenamedContainerGetsItsNameBackAndRunsOn() {
        ContainerSpec spec =
                with(env("app", "A", "1"), ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse("80:80")));
        engine.carryOut(plan(spec));
        engine.take(new Action.RenameContainer("app", "backup"));

        Plan plan = plan(spec);

        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.orphans()).isEmpty();
        assertThat(lines(plan)).containsExactly("container app UPDATE: somebody renamed it to backup");
        assertThat(plan.changes().getFirst().differences())
                .containsExactly(new Difference("name", Optional.of("backup"), Optional.of("app")));
        assertThat(actions(plan)).containsExactly(new Action.RenameContainer("backup", "app"));
        engine.carryOut(plan);
        assertThat(lines(plan(spec))).isEmpty();
    }

    @Test
    void aRenamedContainerThatDiffersIsReplacedUnderItsName() {
        engine.carryOut(plan(env("app", "A", "1")));
        engine.take(new Action.RenameContainer("app", "backup"));

        Plan plan = plan(env("app", "A", "2"));

        assertThat(lines(plan))
                .containsExactly("container app REPLACE: somebody renamed it to backup; 1 setting differs");
        engine.carryOut(plan);
        assertThat(engine.snapshot().containers())
                .extracting(ObservedContainer::name)
                .containsExactly("app");
    }

    @Test
    void aCopyUnderAnotherNameIsNotTakenForTheContainer() {
        engine.carryOut(plan(container("app", "app:1")));
        engine.take(new Action.RenameContainer("app", "backup"));
        engine.hasContainer(engine.snapshot().container("backup").orElseThrow().as("backup-of-backup", "exited"));

        assertThat(lines(plan(container("app", "app:1")))).containsExactly("container app CREATE: it is not there");
    }

    private void isNow(String status) {
        engine.hasContainer(engine.snapshot().container("app").orElseThrow().as("app", status));
    }

    @Test
    void aNeighboursContainerIsRefusedAndNamed() {
        engine.hasContainer(new ObservedContainer(
                "f".repeat(64), "app", "running", Map.of("dockdsl.site", "blog"), Optional.of(Tree.EMPTY)));

        Plan plan = plan(container("app", "app:1"));

        assertThat(plan.refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.what())
                        .isEqualTo("a container named app is there already and belongs to the site 'blog'"));
        assertThat(plan.changes()).noneMatch(change -> change.resource().name().equals("app"));
    }

    @Test
    void aRefusedContainerTakesItsHostOutAndThoseThatNeedIt() {
        PaperEngine db1 = new PaperEngine("db1");
        db1.hasContainer(new ObservedContainer("f".repeat(64), "redis", "running", Map.of(), Optional.of(Tree.EMPTY)));
        ContainerSpec redis = with(
                container("redis", "redis:7", "db1"),
                ContainerWords.PUBLISH,
                Kinds.sorted(PublishedPort.parse("6379:6379")));
        ContainerSpec app =
                with(container("app", "app:1"), ContainerWords.LINK, Kinds.sorted(List.of(new Link("redis", "redis"))));

        Plan plan = Planner.plan(
                site(app, redis, container("other", "app:1")),
                List.of(engine.snapshot(), db1.snapshot()),
                Map.of("db1", "10.0.0.9"),
                Pins.NONE,
                false);

        assertThat(plan.on("db1")).isEmpty();
        assertThat(lines(plan))
                .contains("container other CREATE: it is not there")
                .noneMatch(line -> line.contains(" app "));
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .contains("the container app needs redis, which cannot be made as declared on db1");
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::where)
                .containsExactly(Optional.of(HERE), Optional.of(HERE));
    }

    @Test
    void whatNeedsAContainerOfWhichAnInstanceIsRefusedIsRefusedToo() {
        PaperEngine db1 = new PaperEngine("db1");
        db1.hasContainer(
                new ObservedContainer("f".repeat(64), "redis-2", "running", Map.of(), Optional.of(Tree.EMPTY)));
        ContainerSpec first = redisOnAnotherHost();
        ContainerSpec second =
                new ContainerSpec("redis", 2, "db1", first.image(), Optional.empty(), Declared.NOTHING, HERE);

        Plan plan = Planner.plan(
                site(linkedToRedis(), first, second),
                List.of(engine.snapshot(), db1.snapshot()),
                Map.of("db1", "10.0.0.9"),
                Pins.NONE,
                false);

        assertThat(lines(plan)).noneMatch(line -> line.contains(" app "));
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .contains("the container app needs redis, which cannot be made as declared on db1");
    }

    @Test
    void aSurplusInstanceIsRemoved() {
        ContainerSpec first = container("app", "app:1");
        ContainerSpec second =
                new ContainerSpec("app", 2, "web1", first.image(), Optional.empty(), Declared.NOTHING, HERE);
        engine.carryOut(plan(first, second));

        assertThat(lines(plan(first))).containsExactly("container app-2 REMOVE: there are fewer instances now");
    }

    @Test
    void aSurplusInstanceGoesWithItsDrain() {
        Declared drained = Declared.NOTHING.with(ContainerWords.DRAIN, Duration.ofSeconds(5), HERE);
        ContainerSpec first =
                new ContainerSpec("app", 1, "web1", container("app", "app:1").image(), Optional.empty(), drained, HERE);
        ContainerSpec second = new ContainerSpec("app", 2, "web1", first.image(), Optional.empty(), drained, HERE);
        engine.carryOut(plan(first, second));

        assertThat(plan(first).changes())
                .flatExtracting(Change::switching)
                .extracting(Step::action)
                .startsWith(new Action.Drain("app-2", Duration.ofSeconds(5)));
    }

    @Test
    void aContainerInARestartLoopIsStoppedBeforeItIsRenamed() {
        engine.carryOut(plan(env("app", "A", "1")));
        ObservedContainer looping = engine.snapshot().container("app").orElseThrow();
        engine.hasContainer(looping.as("app", "restarting"));

        assertThat(actions(plan(env("app", "A", "2")))).anyMatch(Action.StopContainer.class::isInstance);
    }

    @Test
    void aContainerWhoseChecksNobodySawHoldGivesWayToItsPredecessor() {
        engine.carryOut(plan(env("app", "A", "1")));
        ContainerSpec checked =
                with(env("app", "A", "2"), ContainerWords.CHECK, List.of(new Check.Tcp(80, Check.USUAL_PATIENCE)));
        List<Action> actions = actions(plan(checked));
        actions.subList(0, actions.size() - 1).forEach(engine::take);

        Plan plan = plan(checked);

        assertThat(actions(plan))
                .startsWith(
                        new Action.RemoveContainer("app", false), new Action.RenameContainer("app.dockdsl-old", "app"));
        engine.carryOut(plan);
        assertThat(lines(plan(checked))).isEmpty();
    }

    @Test
    void aHostNameIsAnAliasThatNobodyDeclared() {
        ContainerSpec named = with(
                with(container("app", "app:1"), ContainerWords.HOSTNAME, "full"),
                ContainerWords.NETWORKS,
                Kinds.sorted(List.of(new NetworkMembership("back", new TreeSet<>(List.of("full", "other"))))));
        engine.carryOut(plan(named));
        engine.take(new Action.DisconnectNetwork("back", "app"));
        engine.take(
                new Action.ConnectNetwork("back", "app", new Tree(Map.of("Aliases", List.of("full", "other", "app")))));

        assertThat(lines(plan(named))).isEmpty();
    }

    @Test
    void whatLeftTheFileIsAnOrphanUntilPruned() {
        engine.carryOut(plan(container("app", "app:1"), container("old", "app:1")));

        Plan kept = plan(container("app", "app:1"));
        assertThat(kept.isEmpty()).isTrue();
        assertThat(kept.orphans())
                .extracting(orphan -> orphan.resource().name())
                .containsExactly("old");

        Plan pruned =
                Planner.plan(site(container("app", "app:1")), List.of(engine.snapshot()), Map.of(), Pins.NONE, true);
        assertThat(lines(pruned)).containsExactly("container old REMOVE: the site no longer declares it");
    }

    @Test
    void aRunThatWasCutOffBetweenTheRenamesIsHealed() {
        engine.carryOut(plan(container("app", "app:1")));
        engine.take(new Action.StopContainer("app", Duration.ZERO));
        engine.take(new Action.RenameContainer("app", "app.dockdsl-old"));

        Plan plan = plan(container("app", "app:1"));

        assertThat(lines(plan)).containsExactly("container app START: an interrupted run left it as app.dockdsl-old");
        engine.carryOut(plan);
        assertThat(lines(plan(container("app", "app:1")))).isEmpty();
        assertThat(engine.snapshot().container("app").orElseThrow().isRunning()).isTrue();
    }

    @Test
    void aPredecessorThatComesBackToBeStoppedIsNotStarted() {
        ContainerSpec stopped = with(container("app"), ContainerWords.STATE, State.STOPPED);
        engine.carryOut(plan(stopped));
        engine.take(new Action.RenameContainer("app", "app.dockdsl-old"));

        Plan plan = plan(stopped);

        assertThat(lines(plan)).containsExactly("container app UPDATE: an interrupted run left it as app.dockdsl-old");
        assertThat(actions(plan)).containsExactly(new Action.RenameContainer("app.dockdsl-old", "app"));
    }

    @Test
    void aPredecessorThatComesBackToBeStoppedIsNotStoppedForItsPort() {
        ContainerSpec stopped = with(
                with(published("app", "8080:80"), ContainerWords.STATE, State.STOPPED),
                ContainerWords.DEPENDS_ON,
                Kinds.sorted(List.of("zoo")));
        made(published("app", "8080:80"));
        engine.take(new Action.StopContainer("app", Duration.ZERO));
        engine.take(new Action.RenameContainer("app", "app.dockdsl-old"));

        Plan plan = plan(stopped, published("zoo", "8080:80"));

        assertThat(lines(plan))
                .containsExactly(
                        "container zoo CREATE: it is not there",
                        "container app UPDATE: an interrupted run left it as app.dockdsl-old");
        assertThat(stops(plan)).isEmpty();
    }

    @Test
    void aRunThatWasCutOffAfterTheSwitchLosesItsPredecessorOnly() {
        engine.carryOut(plan(env("app", "A", "1")));
        Plan plan = plan(env("app", "A", "2"));
        List<Action> actions = actions(plan);
        actions.subList(0, actions.size() - 1).forEach(engine::take);

        Plan rest = plan(env("app", "A", "2"));

        assertThat(actions(rest)).containsExactly(new Action.RemoveContainer("app.dockdsl-old", false));
    }

    @Test
    void aPreparedContainerOfAnInterruptedRunIsRemovedFirst() {
        engine.carryOut(plan(env("app", "A", "1")));
        plan(env("app", "A", "2")).changes().getFirst().prepare().forEach(step -> engine.take(step.action()));

        Plan plan = plan(env("app", "A", "2"));

        assertThat(lines(plan)).containsExactly("container app REPLACE: 1 setting differs");
        engine.carryOut(plan);
        assertThat(lines(plan(env("app", "A", "2")))).isEmpty();
    }

    @Test
    void aPreparedContainerThatNobodyWantsAnyMoreIsRemoved() {
        engine.carryOut(plan(env("app", "A", "1")));
        plan(env("app", "A", "2")).changes().getFirst().prepare().forEach(step -> engine.take(step.action()));

        assertThat(lines(plan(env("app", "A", "1"))))
                .containsExactly("container app.dockdsl-new REMOVE: left over from an interrupted run");
    }

    @Test
    void aLinkOnTheSameHostIsAPrivateNameAndAnOrder() {
        ContainerSpec redis = container("redis", "redis:7");
        ContainerSpec app =
                with(container("app", "app:1"), ContainerWords.LINK, Kinds.sorted(List.of(new Link("redis", "cache"))));

        Plan plan = plan(app, redis);

        assertThat(lines(plan))
                .endsWith("container redis CREATE: it is not there", "container app CREATE: it is not there");
        Change last = plan.changes().getLast();
        assertThat(last.needs()).containsExactly("redis");
        engine.carryOut(plan);
        assertThat(engine.snapshot()
                        .container("app")
                        .orElseThrow()
                        .endpoints()
                        .get("dockdsl-shop")
                        .texts("Links"))
                .containsExactly("redis:cache");
        assertThat(lines(plan(app, redis))).isEmpty();
    }

    @Test
    void aLinkToAnotherHostBecomesAddressAndPort() {
        ContainerSpec redis = redisOnAnotherHost();
        ContainerSpec app = linkedToRedis();

        engine.carryOut(Planner.plan(
                site(app, redis), List.of(engine.snapshot()), Map.of("db1", "10.0.0.9"), Pins.NONE, false));

        Tree detail = engine.snapshot().container("app").orElseThrow().inspected();
        assertThat(detail.texts("Config.Env"))
                .contains("CACHE_HOST=10.0.0.9", "CACHE_PORT=16379", "CACHE_PORT_6379=16379");
        assertThat(detail.texts("HostConfig.ExtraHosts")).containsExactly("cache:10.0.0.9");
    }

    @Test
    void aLinkToAHostWhoseAddressNobodyKnowsIsRefusedAndNothingElse() {
        ContainerSpec redis = redisOnAnotherHost();
        ContainerSpec app = linkedToRedis();

        Plan plan = engine.planOf(site(app, redis));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.resource()).hasToString("container app");
            assertThat(refusal.what()).isEqualTo("its link 'redis' leads to db1, and nobody knows that host's address");
            assertThat(refusal.remedy()).contains("privateAddress:");
        });
    }

    @Test
    void secondInstancesAnswerToTheFirstOnesName() {
        ContainerSpec first = container("app", "app:1");
        ContainerSpec second =
                new ContainerSpec("app", 2, "web1", first.image(), Optional.empty(), Declared.NOTHING, HERE);

        engine.carryOut(plan(first, second));

        assertThat(engine.snapshot()
                        .container("app-2")
                        .orElseThrow()
                        .endpoints()
                        .get("dockdsl-shop")
                        .texts("Aliases"))
                .containsExactly("app");
        assertThat(lines(plan(first, second))).isEmpty();
    }

    @Test
    void anAbsentContainerIsRemoved() {
        engine.carryOut(plan(container("app", "app:1")));

        ContainerSpec absent = with(container("app", "app:1"), ContainerWords.STATE, State.ABSENT);
        assertThat(lines(plan(absent))).containsExactly("container app REMOVE: it shall be absent");
    }

    @Test
    void destroyTakesEverythingOfTheSiteAndNothingElse() {
        engine.hasContainer(new ObservedContainer("f".repeat(64), "theirs", "running", Map.of(), Optional.empty()));
        engine.carryOut(plan(container("app", "app:1")));

        engine.carryOut(DestroyPlanner.plan("shop", List.of(engine.snapshot()), false));

        assertThat(engine.snapshot().containers())
                .extracting(ObservedContainer::name)
                .containsExactly("theirs");
        assertThat(engine.snapshot().network("dockdsl-shop")).isEmpty();
    }

    private Plan plan(ContainerSpec... containers) {
        return engine.planOf(site(containers));
    }

    private static Site site(ContainerSpec... containers) {
        return Sites.of("shop", containers);
    }

    private static ContainerSpec redisOnAnotherHost() {
        return with(
                container("redis", "redis:7", "db1"),
                ContainerWords.PUBLISH,
                Kinds.sorted(PublishedPort.parse("16379:6379")));
    }

    private static ContainerSpec linkedToRedis() {
        return with(container("app"), ContainerWords.LINK, Kinds.sorted(List.of(new Link("redis", "cache"))));
    }

    private static ContainerSpec env(String name, String variable, String value) {
        return with(container(name, "app:1"), ContainerWords.ENV, new TreeMap<>(Map.of(variable, value)));
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.resource() + " " + change.verb() + ": " + change.reason())
                .toList();
    }

    private static List<Action> actions(Plan plan) {
        return Stream.concat(
                        plan.changes().stream().flatMap(change -> change.prepare().stream()),
                        plan.changes().stream().flatMap(change -> change.switching().stream()))
                .map(Step::action)
                .toList();
    }
}
