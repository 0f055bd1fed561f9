package dockdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.model.VolumeSpec;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.SourceRef;
import dockdsl.value.Attachment;
import dockdsl.value.ImageRef;
import dockdsl.value.IpAddress;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.Subnet;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.VolumeWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Networks and volumes that are not as declared. */
class StandingTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private final PaperEngine engine = new PaperEngine("web1");

    @Test
    void aNetworkThatIsAsDeclaredIsLeftAlone() {
        Site site = site(network(NetworkWords.SUBNET, Subnet.parse("172.28.0.0/16")), volume());
        engine.carryOut(plan(site));

        assertThat(plan(site).changes()).isEmpty();
    }

    @Test
    void whatAnEngineChoosesForANetworkIsNoDifference() {
        Site site = site(new NetworkSpec("backend", HERE), volume());
        engine.carryOut(plan(site));
        engine.changeNetwork(
                "backend",
                detail -> detail.with(
                                "IPAM.Config", List.of(Map.of("Subnet", "172.18.0.0/16", "Gateway", "172.18.0.1")))
                        .with("Options", Map.of("com.docker.network.driver.mtu", "1450")));

        assertThat(plan(site).changes()).isEmpty();
    }

    @Test
    void aChangedNetworkIsMadeAnewBetweenLeavingAndJoining() {
        engine.carryOut(plan(site(network(NetworkWords.INTERNAL, false), volume())));

        Plan plan = plan(site(network(NetworkWords.INTERNAL, true), volume()));

        Change change = plan.changes().getFirst();
        assertThat(plan.changes()).hasSize(1);
        assertThat(change.verb()).isEqualTo(Verb.REPLACE);
        assertThat(change.reason()).isEqualTo("1 setting differs; app leaves it and joins it again");
        assertThat(change.differences())
                .containsExactly(new Difference("internal", Optional.empty(), Optional.of("true")));
        assertThat(change.prepare()).isEmpty();
        assertThat(change.switching().stream()
                        .map(step -> step.action().getClass().getSimpleName()))
                .containsExactly("DisconnectNetwork", "RemoveNetwork", "CreateNetwork", "ConnectNetwork");
        assertThat(change.switching())
                .allSatisfy(step -> assertThat(step.undo()).isNotEmpty());
    }

    @Test
    void anAddressThatChangesWithItsSubnetIsJoinedWithOnce() {
        engine.carryOut(
                plan(site(network(NetworkWords.SUBNET, Subnet.parse("172.28.0.0/16")), volume(), at("172.28.0.5"))));
        Site site = site(network(NetworkWords.SUBNET, Subnet.parse("172.29.0.0/16")), volume(), at("172.29.0.5"));

        Plan plan = plan(site);

        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.changes().getFirst().differences())
                .contains(
                        new Difference("app", Optional.of("member (172.28.0.5)"), Optional.of("member (172.29.0.5)")));
        engine.carryOut(plan);
        assertThat(plan(site).changes()).isEmpty();
    }

    @Test
    void aHardwareAddressOutlivesItsNetworkInANewContainerWhereTheEngineKeepsNoneOnJoining() {
        Site small = withHardwareAddress(network(NetworkWords.SUBNET, Subnet.parse("172.28.0.0/16")), "172.28.0.5");
        Site large = withHardwareAddress(network(NetworkWords.SUBNET, Subnet.parse("172.29.0.0/16")), "172.29.0.5");
        engine.carryOut(plan(small));
        assertThat(plan(small).changes()).isEmpty();

        Plan plan = plan(large);

        assertThat(plan.changes())
                .extracting(change -> change.verb() + " " + change.resource() + ": " + change.reason())
                .containsExactly(
                        "REPLACE network backend: 2 settings differ; app leaves it and joins it again",
                        "REPLACE container app: it joins backend again, and this engine gives a hardware address to new"
                                + " containers only");
        assertThat(plan.changes().getLast().prepare()).isEmpty();
        engine.carryOut(plan);
        assertThat(plan(large).changes()).isEmpty();
    }

    @Test
    void aHardwareAddressStaysWithItsContainerWhereTheEngineKeepsIt() {
        engine.speaks("1.41");
        engine.carryOut(
                plan(withHardwareAddress(network(NetworkWords.SUBNET, Subnet.parse("172.28.0.0/16")), "172.28.0.5")));

        Plan plan =
                plan(withHardwareAddress(network(NetworkWords.SUBNET, Subnet.parse("172.29.0.0/16")), "172.29.0.5"));

        assertThat(plan.changes())
                .extracting(change -> change.resource().toString())
                .containsExactly("network backend");
    }

    private static Site withHardwareAddress(NetworkSpec network, String address) {
        Site site = site(network, volume(), at(address));
        ContainerSpec app = site.containers().getFirst();
        return site.with(List.of(new ContainerSpec(
                app.name(),
                app.instance(),
                app.host(),
                app.image(),
                app.build(),
                app.settings().with(ContainerWords.MAC_ADDRESS, "02:42:ac:1c:00:77", HERE),
                HERE)));
    }

    private static NetworkMembership at(String address) {
        Attachment attachment =
                new Attachment(Optional.of(IpAddress.parse(address)), Optional.empty(), new TreeMap<>(), 0);
        return new NetworkMembership("backend", new TreeSet<>(), attachment);
    }

    @Test
    void aNetworkIsNotTakenAwayFromUnderStrangers() {
        engine.carryOut(plan(site(network(NetworkWords.INTERNAL, false), volume())));
        engine.hasContainer(new ObservedContainer(
                "e".repeat(64),
                "theirs",
                "running",
                Map.of("com.docker.compose.project", "blog"),
                Optional.empty(),
                Tree.EMPTY.with("NetworkSettings.Networks", Map.of("backend", Map.of()))));

        Plan plan = plan(site(network(NetworkWords.INTERNAL, true), volume()));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals().getFirst().what())
                .isEqualTo("the network backend has to be made anew (internal differs), and theirs is in it, "
                        + "which belongs to the Compose project 'blog'");
    }

    @Test
    void anInterruptedChangeOfANetworkIsHealed() {
        Site site = site(network(NetworkWords.INTERNAL, true), volume());
        engine.carryOut(plan(site(network(NetworkWords.INTERNAL, false), volume())));
        List<Step> steps = plan(site).changes().getFirst().switching();
        for (int done = 1; done <= steps.size(); done++) {
            engine.take(steps.get(done - 1).action());
            PaperEngine now = engine.copy();

            now.carryOut(plan(site, now));

            assertThat(plan(site, now).changes()).as("after %d steps", done).isEmpty();
            assertThat(now.snapshot().container("app").orElseThrow().endpoints())
                    .containsKey("backend");
        }
    }

    @Test
    void aMissingExternalNetworkIsNamedAndNothingIsDone() {
        Plan plan = plan(site(network(NetworkWords.EXTERNAL, true), volume()));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals().getFirst().what()).isEqualTo("the external network backend is not there");
    }

    @Test
    void anExternalNetworkIsUsedAsItIs() {
        engine.take(new Action.CreateNetwork("backend", new Tree(Map.of("Name", "backend"))));

        assertThat(plan(site(network(NetworkWords.EXTERNAL, true), volume())).changes())
                .extracting(change -> change.resource().kind())
                .doesNotContain(Resource.Kind.NETWORK);
    }

    @Test
    void aChangedVolumeIsRefusedBecauseItHoldsData() {
        engine.carryOut(plan(site(new NetworkSpec("backend", HERE), volume())));
        VolumeSpec onServer = new VolumeSpec(
                "data",
                Declared.NOTHING.with(
                        VolumeWords.OPTIONS, new TreeMap<>(Map.of("device", ":/export", "type", "nfs")), HERE),
                HERE);

        Plan plan = plan(site(new NetworkSpec("backend", HERE), onServer));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals().getFirst().what())
                .contains("it holds data", "options.device is not set and shall be :/export");
    }

    private Plan plan(Site site) {
        return plan(site, engine);
    }

    private static Plan plan(Site site, PaperEngine engine) {
        return engine.planOf(site);
    }

    private static <T> NetworkSpec network(Setting<T> setting, T value) {
        return new NetworkSpec("backend", Declared.NOTHING.with(setting, value, HERE), HERE);
    }

    private static VolumeSpec volume() {
        return new VolumeSpec("data", HERE);
    }

    private static Site site(NetworkSpec network, VolumeSpec volume) {
        return site(network, volume, new NetworkMembership("backend", new TreeSet<>()));
    }

    private static Site site(NetworkSpec network, VolumeSpec volume, NetworkMembership place) {
        Declared settings = Declared.NOTHING
                .with(ContainerWords.NETWORKS, Kinds.sorted(List.of(place)), HERE)
                .with(ContainerWords.VOLUME, Kinds.sorted(List.of(Mount.parse("data:/data"))), HERE);
        ContainerSpec app = new ContainerSpec(
                "app", 1, "web1", Optional.of(ImageRef.parse("app:1")), Optional.empty(), settings, HERE);
        return Sites.of("shop", List.of(network), List.of(volume), List.of(app));
    }
}
