package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Pins;
import dockdsl.model.Prefix;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.SourceRef;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.NetworkWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a site does about containers, networks and ports that others have on its hosts. */
class NeighboursTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);
    private static final Map<String, String> COMPOSE =
            Map.of("com.docker.compose.project", "blog", "com.docker.compose.service", "app");

    private final PaperEngine engine = new PaperEngine("web1");

    @Test
    void aContainerOfComposeIsRefusedWithItsOwnersNameAndTheWayToTakeItOver() {
        strangersApp("A=1");

        Plan plan = plan(site("shop", app("A", "1")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly("a container named app is there already and belongs to the Compose project 'blog'");
        assertThat(plan.refusals().getFirst().remedy()).contains("adopt true");
    }

    @Test
    void anAdoptedContainerThatIsAsDeclaredOnlyChangesItsNetworks() {
        strangersApp("A=1");

        Plan plan = plan(site("shop", adopted(app("A", "1"))));

        Change change = plan.changes().getLast();
        assertThat(change.verb()).isEqualTo(Verb.UPDATE);
        assertThat(change.reason()).isEqualTo("adopted; 2 settings differ");
        assertThat(change.switching().stream()
                        .map(step -> step.action().getClass().getSimpleName()))
                .containsExactly("ConnectNetwork", "DisconnectNetwork");
        String id = engine.snapshot().container("app").orElseThrow().id();
        engine.carryOut(plan);
        assertThat(engine.snapshot().container("app").orElseThrow().id()).isEqualTo(id);
        assertThat(plan(site("shop", adopted(app("A", "1")))).changes()).isEmpty();
    }

    @Test
    void anAdoptedContainerThatDiffersIsReplacedAndBelongsToTheSiteThen() {
        strangersApp("A=1");

        Plan plan = plan(site("shop", adopted(app("A", "2"))));

        assertThat(plan.changes().getLast().verb()).isEqualTo(Verb.REPLACE);
        assertThat(plan.changes().getLast().reason()).startsWith("adopted; ");
        engine.carryOut(plan);
        assertThat(engine.snapshot().container("app").orElseThrow().belongsTo("shop"))
                .isTrue();
        assertThat(plan(site("shop", app("A", "2"))).changes()).isEmpty();
    }

    @Test
    void anAdoptedContainerThatIsGoneWhenItStopsIsNotReplaced() {
        strangersApp("A=1");
        engine.change("app", detail -> detail.with("HostConfig.AutoRemove", true));

        Plan plan = plan(site("shop", adopted(app("A", "2"))));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly(
                        "the container app was started with --rm: its engine removes it as soon as it stops, so that it"
                                + " could not come back");
        assertThat(plan(site("shop", adopted(app("A", "1")))).refusals()).isEmpty();
    }

    @Test
    void anAdoptedContainerThatIsGoneWhenItStopsIsNotStopped() {
        strangersApp("A=1");
        engine.change("app", detail -> detail.with("HostConfig.AutoRemove", true));

        Plan plan = plan(site("shop", with(adopted(app("A", "1")), ContainerWords.STATE, State.STOPPED)));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly(
                        "the container app was started with --rm: its engine removes it as soon as it stops, so that it"
                                + " could not come back");
    }

    @Test
    void aContainerOfAnotherSiteIsNeverAdopted() {
        engine.carryOut(plan(site("other", app("A", "1"))));

        Plan plan = plan(site("shop", adopted(app("A", "1"))));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals().getFirst().what()).endsWith("belongs to the site 'other'");
        assertThat(plan.refusals().getFirst().remedy()).contains("prefix");
    }

    @Test
    void destroyLeavesAnAdoptedContainerAndTheNetworkItIsIn() {
        strangersApp("A=1");
        Site site = site("shop", adopted(app("A", "1")));
        engine.carryOut(plan(site));

        Plan plan = DestroyPlanner.plan(site, List.of(engine.snapshot()), false);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.orphans().stream().map(orphan -> orphan.resource() + ": " + orphan.why()))
                .containsExactly(
                        "network dockdsl-shop: the container app is in it, which belongs to the Compose project 'blog'; left alone",
                        "container app: adopted as somebody else made it; left alone, `docker rm -f app` removes it");
    }

    @Test
    void aPortThatAStrangerHasIsRefusedBeforeAnythingIsDone() {
        holdsPort("theirs", Map.of(), 8080);

        Plan plan = plan(site("shop", publishing("app", "8080:80")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly(
                        "port 8080/tcp is taken by the container theirs, which belongs to nobody that dockdsl knows");
    }

    @Test
    void anotherAddressOrProtocolOfTheSamePortIsNoClash() {
        holdsPort("theirs", Map.of(), 8080);

        assertThat(plan(site("shop", publishing("app", "8080:80/udp"))).refusals())
                .isEmpty();
        assertThat(plan(site("shop", publishing("app", "8081:80"))).refusals()).isEmpty();
    }

    @Test
    void aRenamedContainerGetsThePortWhenTheOldOneMayGo() {
        holdsPort("old", Map.of("dockdsl.site", "shop", "dockdsl.container", "old"), 8080);
        Site site = site("shop", publishing("app", "8080:80"));

        Plan kept = plan(site);
        Plan pruned = Planner.plan(site, List.of(engine.snapshot()), Map.of(), Pins.NONE, true);

        assertThat(kept.changes()).isEmpty();
        assertThat(kept.refusals().getFirst().what())
                .isEqualTo("port 8080/tcp is taken by the container old of this site, which keeps it");
        assertThat(kept.refusals().getFirst().remedy()).contains("--prune");
        assertThat(pruned.refusals()).isEmpty();
        assertThat(pruned.changes().stream().map(change -> change.verb() + " " + change.resource()))
                .containsSubsequence("REMOVE container old", "CREATE container app");
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTED", "PRESENT"})
    void whatIsLeftAsItIsKeepsItsPort(State state) {
        engine.hasImage("app:1", Map.of());
        engine.carryOut(plan(site("shop", publishing("old", "8080:80"))));
        ContainerSpec old = with(publishing("old", "8081:80"), ContainerWords.STATE, state);

        Plan plan = plan(site("shop", old, publishing("app", "8080:80")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly("port 8080/tcp is taken by the container old of this site, which keeps it");
    }

    @Test
    void whatStaysAsItIsNeedsNoPort() {
        engine.hasImage("app:1", Map.of());
        engine.carryOut(plan(site("shop", publishing("app", "8080:80"))));
        holdsPort("theirs", Map.of(), 8081);

        Plan plan = plan(site("shop", with(publishing("app", "8081:80"), ContainerWords.STATE, State.STARTED)));

        assertThat(plan.refusals()).isEmpty();
    }

    @Test
    void whatIsToBeStoppedGivesItsPortUp() {
        engine.hasImage("app:1", Map.of());
        engine.carryOut(plan(site("shop", publishing("old", "8080:80"))));
        ContainerSpec old = with(publishing("old", "8080:80"), ContainerWords.STATE, State.STOPPED);

        assertThat(plan(site("shop", old, publishing("app", "8080:80"))).refusals())
                .isEmpty();
    }

    @Test
    void aPrefixKeepsTwoEnvironmentsOfASiteApart() {
        ContainerSpec app = with(
                with(
                        with(
                                app("A", "1"),
                                ContainerWords.NETWORKS,
                                Kinds.sorted(List.of(
                                        new NetworkMembership("backend", new TreeSet<>()),
                                        new NetworkMembership("shared", new TreeSet<>())))),
                        ContainerWords.VOLUME,
                        Kinds.sorted(List.of(Mount.parse("data:/data")))),
                ContainerWords.LINK,
                Kinds.sorted(List.of(new Link("redis", "cache"))));
        Site plain = Sites.of(
                "shop-staging",
                List.of(
                        new NetworkSpec("backend", HERE),
                        new NetworkSpec("shared", Declared.NOTHING.with(NetworkWords.EXTERNAL, true, HERE), HERE)),
                List.of(new VolumeSpec("data", HERE)),
                List.of(app, container("redis")));
        engine.take(new Action.CreateNetwork("shared", new Tree(Map.of("Name", "shared"))));

        engine.carryOut(plan(new Prefix("staging-").of(plain)));

        ObservedContainer made = engine.snapshot().container("staging-app").orElseThrow();
        assertThat(made.endpoints()).containsOnlyKeys("staging-backend", "shared", "dockdsl-shop-staging");
        assertThat(made.endpoints().get("dockdsl-shop-staging").texts("Links")).containsExactly("staging-redis:cache");
        assertThat(engine.snapshot().volume("staging-data")).isPresent();
        assertThat(plan(new Prefix("staging-").of(plain)).changes()).isEmpty();
    }

    private void strangersApp(String variable) {
        engine.hasImage("app:1", Map.of());
        engine.take(new Action.CreateContainer(
                "app",
                new Tree(Map.of("Image", "app:1", "Env", List.of(variable), "Labels", COMPOSE))
                        .with("NetworkingConfig.EndpointsConfig", Map.of("blog_default", Map.of()))));
        engine.take(new Action.StartContainer("app"));
    }

    private void holdsPort(String name, Map<String, String> labels, int port) {
        engine.hasImage("app:1", Map.of());
        engine.hasContainer(new ObservedContainer(
                "e".repeat(64),
                name,
                "running",
                labels,
                Optional.empty(),
                new Tree(Map.of(
                        "Ports",
                        List.of(Map.of("IP", "0.0.0.0", "PrivatePort", 80, "PublicPort", port, "Type", "tcp"))))));
    }

    private Plan plan(Site site) {
        return engine.planOf(site);
    }

    private static Site site(String name, ContainerSpec... containers) {
        return Sites.of(name, containers);
    }

    private static ContainerSpec app(String variable, String value) {
        return with(container("app"), ContainerWords.ENV, new TreeMap<>(Map.of(variable, value)));
    }

    private static ContainerSpec adopted(ContainerSpec spec) {
        return with(spec, ContainerWords.ADOPT, true);
    }

    private static ContainerSpec publishing(String name, String port) {
        return with(container(name), ContainerWords.PUBLISH, Kinds.sorted(PublishedPort.parse(port)));
    }
}
