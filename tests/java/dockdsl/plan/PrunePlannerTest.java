package dockdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.EngineInfo;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.StoredImage;
import dockdsl.plan.PrunePlanner.Surplus;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrunePlannerTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    @Test
    void aTidyHostIsLeftAlone() {
        Plan plan = prune(List.of(container("web", "shop")), List.of(network("dockdsl-shop", "shop")));

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.orphans()).isEmpty();
    }

    @Test
    void whatInterruptedRunsLeftGoesUnlessItMayBeTheBetterOne() {
        Plan plan = prune(
                List.of(
                        container("web", "shop"),
                        container("web.dockdsl-new", "shop"),
                        container("web.dockdsl-old", "shop"),
                        container("api.dockdsl-new", "other")),
                List.of());

        assertThat(lines(plan)).containsExactly("container web.dockdsl-new: left over from an interrupted run");
        assertThat(plan.orphans())
                .extracting(orphan -> orphan.resource().name())
                .containsExactly("web.dockdsl-old");
    }

    @Test
    void containersThatAreNotDeclaredAnyMoreAreForApply() {
        Plan plan = prune(List.of(container("old", "shop")), List.of());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.orphans())
                .extracting(Plan.Orphan::why)
                .containsExactly("no longer declared; `dockdsl apply --prune` removes it");
    }

    @Test
    void aContainerThatSomebodyRenamedIsDeclared() {
        ObservedContainer renamed = new ObservedContainer(
                "1".repeat(64),
                "backup",
                "running",
                Map.of("dockdsl.site", "shop", "dockdsl.container", "web"),
                Optional.of(Tree.EMPTY));

        Plan plan = prune(List.of(renamed), List.of());

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.orphans()).isEmpty();
    }

    @Test
    void networksGoThatNobodyIsInAndNobodyShallBe() {
        ObservedContainer stranger = new ObservedContainer(
                "1".repeat(64),
                "stranger",
                "exited",
                Map.of(),
                Optional.of(Tree.EMPTY.with("NetworkSettings.Networks", Map.of("used", Map.of()))));

        Plan plan = prune(
                List.of(stranger),
                List.of(
                        network("dockdsl-shop", "shop"),
                        network("used", "shop"),
                        network("unused", "shop"),
                        network("theirs", "other")));

        assertThat(lines(plan)).containsExactly("network unused: no container is in it, and none shall be");
    }

    @Test
    void anImageLosesItsNamesAndThenGoes() {
        StoredImage image = new StoredImage("sha256:1", List.of("app:1", "app:one"), List.of(), 2_400_000);

        Plan plan = PrunePlanner.plan(
                site(), List.of(snapshot(List.of(), List.of())), Map.of("web1", List.of(new Surplus(image, "old"))));

        assertThat(lines(plan)).containsExactly("image app:1, app:one: old (3 MB)");
        assertThat(plan.changes().getFirst().switching())
                .extracting(Step::action)
                .containsExactly(
                        new Action.RemoveImage("app:1"),
                        new Action.RemoveImage("app:one"),
                        new Action.RemoveImage("sha256:1"));
    }

    private static Plan prune(List<ObservedContainer> containers, List<ObservedNetwork> networks) {
        return PrunePlanner.plan(site(), List.of(snapshot(containers, networks)), Map.of());
    }

    private static HostSnapshot snapshot(List<ObservedContainer> containers, List<ObservedNetwork> networks) {
        return new HostSnapshot(
                "web1", "10.0.0.1", new EngineInfo("28", "1.48"), containers, Map.of(), networks, List.of());
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.resource() + ": " + change.reason())
                .toList();
    }

    private static Site site() {
        ContainerSpec web = new ContainerSpec(
                "web", 1, "web1", Optional.of(ImageRef.parse("app:1")), Optional.empty(), Declared.NOTHING, HERE);
        return Sites.of("shop", web);
    }

    private static ObservedContainer container(String name, String site) {
        return new ObservedContainer(
                "1".repeat(64), name, "running", Map.of("dockdsl.site", site), Optional.of(Tree.EMPTY));
    }

    private static ObservedNetwork network(String name, String site) {
        return new ObservedNetwork("n", name, "bridge", Map.of("dockdsl.site", site));
    }
}
