package dockdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Pin;
import dockdsl.model.Pins;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.PullPolicy;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans in which it is known what a tag stands for. */
class PinnedPlansTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);
    private static final SourceRef LOCK = new SourceRef("site.lock", 4, 1);
    private static final ImageRef APP = ImageRef.parse("app:1");
    private static final String OLD = "sha256:" + "a".repeat(64);
    private static final String NEW = "sha256:" + "b".repeat(64);

    private final PaperEngine web1 = new PaperEngine("web1");
    private final PaperEngine web2 = new PaperEngine("web2");

    @Test
    void everyHostPullsTheDigestAndMakesItsContainerOfTheTag() {
        Plan plan = plan(resolved(NEW), app("web1"), app("web2"));

        assertThat(actions(plan, "web1"))
                .contains(
                        new Action.PullImage(APP.at(NEW)),
                        new Action.TagImage(APP.at(NEW).toString(), APP))
                .anyMatch(action -> action instanceof Action.CreateContainer create
                        && create.body().text("Image").equals("app:1"));
        assertThat(actions(plan, "web2")).contains(new Action.PullImage(APP.at(NEW)));
        assertThat(plan.fetchedByTag()).isEmpty();
        carryOut(plan);
        assertThat(lines(plan(Pins.NONE, app("web1"), app("web2")))).isEmpty();
    }

    @Test
    void aPlanTellsWhatToAskRegistriesFor() {
        web1.hasImage("app:1", OLD);

        assertThat(plan(Pins.NONE, app("web1"), app("web2")).fetchedByTag())
                .containsExactly(Map.entry(APP, List.of("web2")));
        assertThat(plan(Pins.NONE, always("web1"), app("web2")).fetchedByTag())
                .containsExactly(Map.entry(APP, List.of("web1", "web2")));
        assertThat(plan(locked(OLD), always("web1"), app("web2")).fetchedByTag())
                .isEmpty();
    }

    @Test
    void whatIsThereIsNotFetchedUnlessAlwaysIsSaid() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(Pins.NONE, app("web1")));

        assertThat(lines(plan(resolved(NEW), app("web1")))).isEmpty();
        assertThat(lines(plan(resolved(OLD), always("web1")))).isEmpty();
        assertThat(lines(plan(resolved(NEW), always("web1"))))
                .containsExactly(
                        "web1 image app:1 PULL: the registry has another image under this name",
                        "web1 container app REPLACE: 1 setting differs");
        assertThat(plan(resolved(NEW), always("web1")).changes())
                .flatExtracting(Change::differences)
                .containsExactly(
                        new Difference("digest", Optional.of(OLD), Optional.of(NEW)),
                        new Difference("image", Optional.of("app:1@" + OLD), Optional.of("app:1@" + NEW)));
    }

    @Test
    void thoseWhoOnlyLookTakeWhatIsThereForRight() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(Pins.NONE, app("web1")));

        assertThat(lines(plan(Pins.NONE.unasked(), always("web1")))).isEmpty();
        assertThat(lines(plan(locked(NEW).unasked(), always("web1")))).hasSize(2);
    }

    @Test
    void aRegistryThatDoesNotSayIsAskedForTheImageAndItsWordsAreTold() {
        web1.hasImage("app:1", OLD);
        Pins unknown = new Pins(Map.of(APP, new Pin.Unknown("web1", "could not ask: unauthorized", "")));

        Plan plan = plan(unknown, always("web1"));

        assertThat(lines(plan))
                .contains("web1 image app:1 PULL: `pull always`; its digest is not known: could not ask: unauthorized");
        assertThat(actions(plan, "web1")).contains(new Action.PullImage(APP));
    }

    @Test
    void whatARegistryDoesNotHaveIsRefusedOnHostsThatWouldFetchIt() {
        web2.hasImage("app:1", OLD);
        Pins missing = new Pins(Map.of(APP, new Pin.Missing("web1", "manifest unknown", "Check the tag.")));

        Plan plan = plan(missing, app("web1"), app("web2"));

        assertThat(plan.refusals())
                .containsExactly(new Plan.Refusal(
                        "web1",
                        new Resource(Resource.Kind.IMAGE, "app:1"),
                        "the registry has no such image for the container app (site.groovy:3): manifest unknown",
                        "Check the tag."));
        assertThat(plan.changes()).extracting(Change::host).containsOnly("web2");
    }

    @Test
    void aLockBringsBackWhatItSays() {
        web1.hasImage("app:1", NEW);
        carryOut(plan(Pins.NONE, app("web1")));

        Plan plan = plan(locked(OLD), app("web1"));

        assertThat(lines(plan))
                .containsExactly(
                        "web1 image app:1 PULL: it is not what site.lock:4 says",
                        "web1 container app REPLACE: 1 setting differs");
        carryOut(plan);
        assertThat(lines(plan(locked(OLD), app("web1")))).isEmpty();
    }

    @Test
    void aLockOutranksPullAlways() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(locked(OLD), app("web1")));

        assertThat(lines(plan(locked(OLD), always("web1")))).isEmpty();
    }

    @Test
    void whatIsNeverPulledIsNotLocked() {
        web1.hasImage("app:1", NEW);

        assertThat(lines(plan(locked(OLD), with(app("web1"), PullPolicy.NEVER))))
                .containsExactly(
                        "web1 network dockdsl-shop CREATE: it is not there",
                        "web1 container app CREATE: it is not there");
    }

    @Test
    void aContainerThatRunsWhatIsLockedStaysThoughItsImageLostTheName() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(Pins.NONE, app("web1")));
        web1.hasNoImage("app:1");

        assertThat(lines(plan(locked(OLD), app("web1")))).isEmpty();
        assertThat(lines(plan(locked(NEW), app("web1"))))
                .containsExactly(
                        "web1 image app:1 PULL: it is not there", "web1 container app REPLACE: 1 setting differs");
    }

    @Test
    void aContainerThatRunsWhatIsFetchedForAnotherOneStays() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(Pins.NONE, app("web1")));
        web1.hasNoImage("app:1");
        ContainerSpec second =
                new ContainerSpec("second", 1, "web1", Optional.of(APP), Optional.empty(), Declared.NOTHING, HERE);

        assertThat(lines(plan(resolved(OLD), app("web1"), second)))
                .containsExactly(
                        "web1 image app:1 PULL: it is not there", "web1 container second CREATE: it is not there");
    }

    @Test
    void hostsThatRunDifferentContentsUnderOneTagAreToldAndLeftAlone() {
        web1.hasImage("app:1", OLD);
        web2.hasImage("app:1", NEW);
        carryOut(plan(Pins.NONE, app("web1"), app("web2")));

        Plan plan = plan(Pins.NONE, app("web1"), app("web2"));

        assertThat(lines(plan)).isEmpty();
        assertThat(plan.divergences())
                .extracting(divergence -> divergence.host() + ": " + divergence.what())
                .containsExactly(
                        "web1: app:1 is " + OLD + " here, but " + NEW + " on web2",
                        "web2: app:1 is " + NEW + " here, but " + OLD + " on web1");
        assertThat(plan(locked(OLD), app("web1"), app("web2")).divergences()).isEmpty();
        assertThat(plan(resolved(NEW), always("web1"), always("web2")).divergences())
                .isEmpty();
    }

    @Test
    void aHostThatFetchesAnotherContentThanTheOthersRunIsToldBefore() {
        web1.hasImage("app:1", OLD);
        carryOut(plan(Pins.NONE, app("web1")));

        assertThat(plan(resolved(NEW), app("web1"), app("web2")).divergences()).hasSize(2);
        assertThat(plan(resolved(OLD), app("web1"), app("web2")).divergences()).isEmpty();
    }

    private Plan plan(Pins pins, ContainerSpec... containers) {
        Site site = Sites.of("shop", containers);
        return Planner.plan(site, List.of(web1.snapshot(), web2.snapshot()), Map.of(), pins, false);
    }

    private void carryOut(Plan plan) {
        web1.carryOut(plan);
        web2.carryOut(plan);
    }

    private static Pins resolved(String digest) {
        return new Pins(Map.of(APP, new Pin.Resolved(digest)));
    }

    private static Pins locked(String digest) {
        return new Pins(Map.of(APP, new Pin.Locked(digest, LOCK)));
    }

    private static ContainerSpec app(String host) {
        return new ContainerSpec("app", 1, host, Optional.of(APP), Optional.empty(), Declared.NOTHING, HERE);
    }

    private static ContainerSpec always(String host) {
        return with(app(host), PullPolicy.ALWAYS);
    }

    private static ContainerSpec with(ContainerSpec spec, PullPolicy policy) {
        Declared settings = spec.settings().with(ContainerWords.PULL, policy, HERE);
        return new ContainerSpec(
                spec.name(), spec.instance(), spec.host(), spec.image(), spec.build(), settings, spec.where());
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.host() + " " + change.resource() + " " + change.verb() + ": " + change.reason())
                .toList();
    }

    private static List<Action> actions(Plan plan, String host) {
        return plan.on(host)
                .flatMap(change -> Stream.concat(change.prepare().stream(), change.switching().stream()))
                .map(Step::action)
                .toList();
    }
}
