package dockdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Pins;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.SourceRef;
import dockdsl.value.Donor;
import dockdsl.value.ImageRef;
import dockdsl.value.Link;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.SharingWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run does that works on tagged containers only. */
class PartTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private final PaperEngine engine = new PaperEngine("web1");

    @Test
    void onlyTheTaggedContainersAreMadeAndNotWhatTheyTalkTo() {
        Site site = site(container("db", tagged("data")), container("web", linked(tagged("web"), "db")));

        assertThat(lines(plan(site, "web")))
                .containsExactly("image app:1 PULL", "network dockdsl-shop CREATE", "container web CREATE");
    }

    @Test
    void linksLeadToContainersThatAreNotChosenToo() {
        Site site = site(container("db", tagged("data")), container("web", linked(tagged("web"), "db")));
        engine.carryOut(engine.planOf(site));

        assertThat(plan(site, "web").changes()).isEmpty();
    }

    @Test
    void oneTagOfSeveralIsEnough() {
        Site site = site(
                container("db", tagged("data", "nightly")),
                container("web", tagged("web")),
                container("log", Declared.NOTHING));

        assertThat(lines(plan(site, "nightly", "web")))
                .contains("container db CREATE", "container web CREATE")
                .doesNotContain("container log CREATE");
    }

    @Test
    void whoUsesTheNetworkOfAChosenContainerGoesWithIt() {
        Site site = site(
                container("web", tagged("web")),
                container("side", Declared.NOTHING.with(SharingWords.NETWORK_MODE, Donor.mode("web"), HERE)));

        assertThat(lines(plan(site, "web"))).contains("container web CREATE", "container side CREATE");
    }

    @Test
    void orphansAndLeftoversOfOthersAreLeftOut() {
        leftBehind("old");
        leftBehind("db.dockdsl-new");
        leftBehind("web.dockdsl-new");
        Site site = site(container("db", tagged("data")), container("web", tagged("web")));
        engine.hasImage("app:1", Map.of());
        engine.take(new Action.CreateContainer(
                "web",
                new Tree(Map.of(
                        "Image", "app:1", "Labels", Map.of("dockdsl.site", "shop", "dockdsl.container", "web")))));

        Plan plan = plan(site, "web");

        assertThat(plan.orphans()).isEmpty();
        assertThat(lines(plan)).noneMatch(line -> line.contains("db") || line.contains("old"));
        assertThat(lines(plan)).contains("container web.dockdsl-new REMOVE");
    }

    private void leftBehind(String name) {
        Map<String, String> labels = Map.of("dockdsl.site", "shop", "dockdsl.container", name.split("\\.")[0]);
        engine.hasContainer(new ObservedContainer("f".repeat(64), name, "created", labels, Optional.of(Tree.EMPTY)));
    }

    private Plan plan(Site site, String... tags) {
        return Planner.plan(
                site, Selection.tagged(site, Set.of(tags)), List.of(engine.snapshot()), Map.of(), Pins.NONE, false);
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.resource() + " " + change.verb())
                .toList();
    }

    private static Site site(ContainerSpec... containers) {
        return Sites.of("shop", containers);
    }

    private static ContainerSpec container(String name, Declared settings) {
        return new ContainerSpec(
                name, 1, "web1", Optional.of(ImageRef.parse("app:1")), Optional.empty(), settings, HERE);
    }

    private static Declared tagged(String... tags) {
        return Declared.NOTHING.with(ContainerWords.TAGS, Kinds.sorted(List.of(tags)), HERE);
    }

    private static Declared linked(Declared settings, String target) {
        return settings.with(ContainerWords.LINK, Kinds.sorted(List.of(new Link(target, target))), HERE);
    }
}
