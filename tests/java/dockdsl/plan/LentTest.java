package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Prefix;
import dockdsl.model.Site;
import dockdsl.model.Sites;
import dockdsl.observed.ObservedContainer;
import dockdsl.problem.SourceRef;
import dockdsl.value.Donor;
import dockdsl.value.State;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.SharingWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Containers that use another one's network or volumes. */
class LentTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    private final PaperEngine engine = new PaperEngine("web1");

    @Test
    void theOneThatLendsComesFirstAndTheOtherIsMadeInItsTurn() {
        engine.hasImage("app:1", Map.of());

        Plan plan = plan(guestOf("db", "1"), db("1"));

        assertThat(plan.changes().stream().map(LentTest::told))
                .containsSubsequence("CREATE container db", "CREATE container guest");
        assertThat(change(plan, "guest").needs()).containsExactly("db");
        assertThat(change(plan, "guest").prepare()).isEmpty();
        engine.carryOut(plan);
        assertThat(detail("guest").text("HostConfig.NetworkMode")).isEqualTo("container:db");
        assertThat(detail("guest").has("NetworkingConfig")).isFalse();
    }

    @Test
    void anIdOfTheOtherContainerIsItsName() {
        made(guestOf("db", "1"), db("1"));

        assertThat(plan(guestOf("db", "1"), db("1")).changes()).isEmpty();
        assertThat(told(change(plan(guest(), db("1")), "guest"))).isEqualTo("REPLACE container guest");
    }

    @Test
    void anIdThatNobodyHasAnyMoreIsADifference() {
        made(guestOf("db", "1"), db("1"));
        engine.change("guest", detail -> detail.with("HostConfig.NetworkMode", Donor.mode("f".repeat(64))));

        Plan plan = plan(guestOf("db", "1"), db("1"));

        assertThat(change(plan, "guest").differences())
                .containsExactly(new Difference(
                        "networkMode", Optional.of("container:" + "f".repeat(64)), Optional.of("container:db")));
    }

    @Test
    void whoUsesAContainerThatIsReplacedIsReplacedAfterIt() {
        made(guestOf("db", "1"), db("1"));

        Plan plan = plan(guestOf("db", "1"), db("2"));

        assertThat(plan.changes().stream().map(LentTest::told))
                .containsExactly("REPLACE container db", "REPLACE container guest");
        assertThat(change(plan, "guest").reason()).isEqualTo("it uses what db has, which is made anew");
        assertThat(change(plan, "guest").wave())
                .isGreaterThan(change(plan, "db").wave());
    }

    @Test
    void whoSharesTheNetworkOfAContainerThatGoesBackIsStartedAfterItAndItGoesBackForThem() {
        made(guestOf("db", "1"), db("1"));

        Plan plan = plan(guestOf("db", "1"), db("2"));

        assertThat(change(plan, "db").boundTo()).containsExactly("guest");
        assertThat(change(plan, "db").reason()).endsWith("; goes back when guest fails");
        assertThat(change(plan, "db").switching())
                .contains(new Step(
                        new Action.StopContainer("db", Duration.ofSeconds(10)),
                        List.of(
                                new Action.StartContainer("db"),
                                new Action.RestartContainer("guest", Duration.ofSeconds(10)))));
        assertThat(change(plan, "guest").switching())
                .contains(Step.of(new Action.StopContainer("guest", Duration.ofSeconds(10))));
        assertThat(change(plan, "guest").boundTo()).isEmpty();
    }

    @Test
    void whoWasRenamedHasItsNameAgainBeforeTheContainerThatLendsIsTouched() {
        made(guestOf("db", "1"), db("1"));
        engine.take(new Action.RenameContainer("guest", "backup"));

        Plan plan = plan(guestOf("db", "1"), db("2"));

        assertThat(change(plan, "guest").prepare())
                .containsExactly(Step.of(
                        new Action.RenameContainer("backup", "guest"), new Action.RenameContainer("guest", "backup")));
        engine.carryOut(plan);
        assertThat(engine.snapshot().containers())
                .extracting(ObservedContainer::name)
                .containsExactly("db", "guest");
    }

    @Test
    void whoOnlyUsesVolumesOfAContainerIsNotBoundToIt() {
        made(reader("db"), db("1"));

        Plan plan = plan(reader("db"), db("2"));

        assertThat(change(plan, "db").boundTo()).isEmpty();
    }

    @Test
    void whoSharesTheNetworkOfAContainerThatIsStartedIsRestartedAfterIt() {
        made(guestOf("db", "1"), db("1"));
        engine.take(new Action.StopContainer("db", Duration.ZERO));

        Plan plan = plan(guestOf("db", "1"), db("1"));

        assertThat(plan.changes().stream().map(LentTest::told))
                .containsExactly("START container db", "RESTART container guest");
        assertThat(change(plan, "guest").reason()).isEqualTo("it uses what db has, which is started anew");
        assertThat(plan(guestOf("db", "1"), with(db("1"), ContainerWords.STATE, State.RESTARTED)).changes().stream()
                        .map(LentTest::told))
                .contains("RESTART container guest");
    }

    @Test
    void whoSharesTheNetworkOfAContainerThatSomebodyRestartedIsRestarted() {
        made(guestOf("db", "1"), db("1"));
        started("db", "2026-11-21T10:00:00.1Z");
        started("guest", "2026-11-21T10:00:00.25Z");
        assertThat(plan(guestOf("db", "1"), db("1")).changes()).isEmpty();

        started("db", "2026-11-21T10:00:01Z");
        Plan plan = plan(guestOf("db", "1"), db("1"));

        assertThat(plan.changes().stream().map(LentTest::told)).containsExactly("RESTART container guest");
        assertThat(change(plan, "guest").reason()).isEqualTo("it uses what db had before it was started anew");
    }

    private void started(String name, String time) {
        engine.change(name, detail -> detail.with("State.StartedAt", time));
    }

    @Test
    void whoOnlyReadsTheVolumesOfAContainerThatIsStartedRunsOn() {
        ContainerSpec reader = reader("db");
        made(reader, db("1"));
        engine.take(new Action.StopContainer("db", Duration.ZERO));

        assertThat(plan(reader, db("1")).changes().stream().map(LentTest::told)).containsExactly("START container db");
    }

    @Test
    void whoUsesVolumesOfAReplacedContainerIsReplacedToo() {
        ContainerSpec reader = reader("db");
        made(reader, db("1"));
        assertThat(plan(reader, db("1")).changes()).isEmpty();

        assertThat(plan(reader, db("2")).changes().stream().map(LentTest::told))
                .containsExactly("REPLACE container db", "REPLACE container reader");
    }

    @Test
    void aContainerWithItsHostsNetworkIsInNoOther() {
        ContainerSpec open = with(container("open"), SharingWords.NETWORK_MODE, "host");
        made(open);
        engine.change(
                "open",
                detail -> detail.with("Config.Hostname", "web1")
                        .with("NetworkSettings.Networks", Map.of("host", Map.of())));

        assertThat(plan(open).changes()).isEmpty();
        assertThat(change(plan(container("open")), "open").differences())
                .containsExactly(new Difference("networkMode", Optional.of("host"), Optional.empty()));
    }

    @Test
    void aPrefixGoesAlongWithTheName() {
        engine.hasImage("app:1", Map.of());

        Site site = new Prefix("staging-").of(site(guestOf("db", "1"), db("1")));

        assertThat(site.containers().getFirst().donors()).containsExactly("staging-db");
    }

    /** As an engine has them: with Ids for names, and the other's name for itself. */
    private void made(ContainerSpec... containers) {
        engine.hasImage("app:1", Map.of());
        engine.carryOut(plan(containers));
        for (ContainerSpec container : containers) {
            container
                    .networkMode()
                    .flatMap(Donor::ofMode)
                    .ifPresent(donor -> engine.change(
                            container.name(),
                            detail -> detail.with("HostConfig.NetworkMode", Donor.mode(id(donor)))
                                    .with("Config.Hostname", id(donor).substring(0, 12))));
        }
    }

    private String id(String name) {
        return engine.snapshot().container(name).orElseThrow().id();
    }

    private Tree detail(String name) {
        return engine.snapshot()
                .container(name)
                .map(ObservedContainer::inspected)
                .orElseThrow();
    }

    private Plan plan(ContainerSpec... containers) {
        return engine.planOf(site(containers));
    }

    private static Change change(Plan plan, String name) {
        return plan.changes().stream()
                .filter(change -> change.resource().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String told(Change change) {
        return change.verb() + " " + change.resource();
    }

    private static Site site(ContainerSpec... containers) {
        return Sites.of("shop", containers);
    }

    private static ContainerSpec db(String version) {
        return with(container("db"), ContainerWords.ENV, new TreeMap<>(Map.of("VERSION", version)));
    }

    private static ContainerSpec guest() {
        return with(container("guest"), ContainerWords.ENV, new TreeMap<>(Map.of("A", "1")));
    }

    private static ContainerSpec guestOf(String donor, String value) {
        return with(
                with(container("guest"), ContainerWords.ENV, new TreeMap<>(Map.of("A", value))),
                SharingWords.NETWORK_MODE,
                Donor.mode(donor));
    }

    private static ContainerSpec reader(String donor) {
        return with(container("reader"), SharingWords.VOLUMES_FROM, Kinds.sorted(List.of(Donor.parse(donor + ":ro"))));
    }
}
