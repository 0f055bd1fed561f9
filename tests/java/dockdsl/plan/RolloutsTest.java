package dockdsl.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.model.Site;
import dockdsl.plan.Rollout.Keep;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.RolloutPolicy.OnFailure;
import dockdsl.value.Share;
import dockdsl.vocabulary.ContainerWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolloutsTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | 5 | h1 h2 h3 h4 h5
            1        | 3 | h1, h2, h3
            2        | 5 | h1 h2, h3 h4, h5
            50%      | 5 | h1 h2, h3 h4, h5
            10%      | 3 | h1, h2, h3
            100%     | 3 | h1 h2 h3
            1 50%    | 5 | h1, h2 h3, h4 h5
            1 2      | 6 | h1, h2 h3, h4 h5, h6
            """)
    void aBatchIsANumberOrAPercentageAndTheLastSizeRepeats(String sizes, int hosts, String batches) {
        Site site = site(RolloutPolicy.NONE, on(hosts, policy(sizes, Optional.empty(), Optional.empty())));

        assertThat(only(site, changes(hosts)).batches())
                .extracting(batch -> String.join(" ", batch.hosts()))
                .isEqualTo(List.of(batches.split(", ")));
    }

    @Test
    void aPercentageCountsHostsThatNeedNoChangeToo() {
        Site site = site(RolloutPolicy.NONE, on(10, policy("20%", Optional.empty(), Optional.empty())));

        assertThat(only(site, changes(3)).batches())
                .extracting(batch -> String.join(" ", batch.hosts()))
                .containsExactly("h1 h2", "h3");
    }

    @Test
    void whatMayFailIsANumberOrAPartOfAllHosts() {
        assertThat(tolerance("1", Optional.empty())).isZero();
        assertThat(tolerance("1", Optional.of("2"))).isEqualTo(2);
        assertThat(tolerance("1", Optional.of("25%"))).isEqualTo(2);
    }

    private static int tolerance(String batch, Optional<String> maxFail) {
        return only(site(RolloutPolicy.NONE, on(10, policy(batch, maxFail, Optional.empty()))), changes(4))
                .tolerance();
    }

    @Test
    void whoProceedsBearsTheFailureOfEveryHost() {
        Site site = site(RolloutPolicy.NONE, on(3, policy("1", Optional.empty(), Optional.of(OnFailure.PROCEED))));

        assertThat(only(site, changes(3)).tolerance()).isEqualTo(3);
    }

    @Test
    void aContainersRollbackIsItsOwnAndTheSitesIsThatOfTheRun() {
        RolloutPolicy rollback = policy("1", Optional.empty(), Optional.of(OnFailure.ROLLBACK));
        RolloutPolicy stop = policy("", Optional.empty(), Optional.of(OnFailure.STOP));

        assertThat(only(site(RolloutPolicy.NONE, on(2, rollback)), changes(2)).keep())
                .isEqualTo(Keep.ROLLOUT);
        assertThat(only(site(rollback, on(2, RolloutPolicy.NONE)), changes(2)).keep())
                .isEqualTo(Keep.RUN);
        assertThat(only(site(rollback, on(2, stop)), changes(2)).keep()).isEqualTo(Keep.CHANGE);
        assertThat(only(site(rollback, on(2, stop)), changes(2)).batches()).hasSize(2);
    }

    @Test
    void whatIsNotEssentialTakesBackItselfOnly() {
        RolloutPolicy rollback = policy("1", Optional.empty(), Optional.of(OnFailure.ROLLBACK));
        List<ContainerSpec> specs = on(2, RolloutPolicy.NONE).stream()
                .map(spec -> new ContainerSpec(
                        spec.name(),
                        spec.instance(),
                        spec.host(),
                        spec.image(),
                        spec.build(),
                        spec.settings().with(ContainerWords.ESSENTIAL, false, HERE),
                        HERE))
                .toList();

        Rollout rollout = only(site(rollback, specs), changes(2));

        assertThat(rollout.keep()).isEqualTo(Keep.ROLLOUT);
        assertThat(rollout.essential()).isFalse();
    }

    @Test
    void instancesOfOneHostGoOneAfterTheOtherUnlessAllAreNew() {
        Site site = site(RolloutPolicy.NONE, on(1, RolloutPolicy.NONE));
        List<Change> replaced = List.of(change("h1", "app", Verb.REPLACE), change("h1", "app-2", Verb.REPLACE));
        List<Change> created = List.of(change("h1", "app", Verb.CREATE), change("h1", "app-2", Verb.CREATE));

        assertThat(only(site, replaced).batches().getFirst().turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.changes()).hasSize(2));
        assertThat(only(site, created).batches().getFirst().turns()).hasSize(2);
    }

    private static Rollout only(Site site, List<Change> changes) {
        List<Rollout> rollouts = Rollouts.of(site, changes);
        assertThat(rollouts).hasSize(1);
        return rollouts.getFirst();
    }

    private static RolloutPolicy policy(String sizes, Optional<String> maxFail, Optional<OnFailure> onFailure) {
        List<Share> batch = Arrays.stream(sizes.split(" "))
                .filter(size -> !size.isEmpty())
                .map(Share::parse)
                .toList();
        return new RolloutPolicy(
                batch,
                maxFail.map(Share::parse),
                Optional.of(Duration.ofSeconds(3)),
                Optional.empty(),
                onFailure,
                Optional.empty());
    }

    private static List<ContainerSpec> on(int hosts, RolloutPolicy policy) {
        return on("app", hosts, policy);
    }

    private static List<ContainerSpec> on(String container, int hosts, RolloutPolicy policy) {
        return hosts(hosts)
                .map(host -> new ContainerSpec(
                        container,
                        1,
                        host,
                        Optional.of(ImageRef.parse("app:1")),
                        Optional.empty(),
                        Declared.NOTHING.with(ContainerWords.ROLLOUT_VALUE, policy, HERE),
                        HERE))
                .toList();
    }

    private static Site site(RolloutPolicy policy, List<ContainerSpec> containers) {
        return new Site(
                "shop",
                DockerSpec.ANY,
                List.of(),
                List.of(),
                List.of(),
                containers,
                Optional.empty(),
                policy,
                Collections.emptySortedMap(),
                HERE);
    }

    private static List<Change> changes(int hosts) {
        return new ArrayList<>(
                hosts(hosts).map(host -> change(host, "app", Verb.REPLACE)).toList());
    }

    private static Stream<String> hosts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "h" + number);
    }

    @Test
    void whatGoesBackTogetherIsKeptForAsLong() {
        RolloutPolicy back = policy("1", Optional.empty(), Optional.of(OnFailure.ROLLBACK));
        List<ContainerSpec> containers = new ArrayList<>(on(1, RolloutPolicy.NONE));
        containers.addAll(on("late", 1, back));
        List<Change> changes = List.of(
                ChangeOf.container("h1", "app").boundTo("late").make(),
                ChangeOf.container("h1", "late").wave(2).make(),
                ChangeOf.container("h1", "other").make());

        assertThat(Rollouts.of(site(RolloutPolicy.NONE, containers), changes))
                .extracting(Rollout::container, Rollout::keep)
                .containsExactlyInAnyOrder(
                        tuple("app", Keep.ROLLOUT), tuple("late", Keep.ROLLOUT), tuple("other", Keep.CHANGE));
    }

    private static Change change(String host, String name, Verb verb) {
        return ChangeOf.container(host, name).instanceOf("app").verb(verb).make();
    }
}
