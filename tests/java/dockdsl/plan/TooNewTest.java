package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Pins;
import dockdsl.model.Sites;
import dockdsl.problem.SourceRef;
import dockdsl.value.Attachment;
import dockdsl.value.Healthcheck;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.NetworkWords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What older engines would leave out without a word is refused before anything is changed. */
class TooNewTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);
    private static final ContainerSpec APP = container("app", "app:1");

    private final PaperEngine engine = new PaperEngine("web1");

    static Stream<Arguments> news() {
        return Stream.of(
                Arguments.of(mounting("/srv/new:/data:create"), "create: true", "1.42"),
                Arguments.of(
                        with(APP, IsolationWords.ANNOTATIONS, new TreeMap<>(Map.of("a", "b"))), "annotations", "1.43"),
                Arguments.of(
                        with(
                                APP,
                                ContainerWords.HEALTHCHECK_VALUE,
                                new Healthcheck(
                                        List.of("CMD", "true"),
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        Duration.ZERO,
                                        Duration.ofSeconds(1),
                                        0)),
                        "startInterval",
                        "1.44"),
                Arguments.of(mounting("/srv:/data:ro,recursive=writable"), "recursive:", "1.44"),
                Arguments.of(mounting("data:/data:subpath=web"), "subpath:", "1.45"),
                Arguments.of(
                        with(
                                APP,
                                ContainerWords.NETWORKS,
                                Kinds.sorted(List.of(new NetworkMembership(
                                        "backend",
                                        new TreeSet<>(),
                                        new Attachment(Optional.empty(), Optional.empty(), new TreeMap<>(), 10))))),
                        "gatewayPriority",
                        "1.48"));
    }

    private static ContainerSpec mounting(String mount) {
        return with(APP, ContainerWords.VOLUME, Kinds.sorted(List.of(Mount.parse(mount))));
    }

    @ParameterizedTest
    @MethodSource("news")
    void anEngineThatIsTooOldIsNotAsked(ContainerSpec app, String name, String since) {
        engine.speaks("1.41");

        Plan plan = plan(app);

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.what())
                    .startsWith("the container app says `" + name + "`, which engines know from Docker ")
                    .contains("(API " + since + ")")
                    .endsWith("this one is Docker 20.10.24 (API 1.41)");
            assertThat(refusal.remedy()).contains("take `" + name + "` out");
            assertThat(refusal.where()).contains(HERE);
        });
    }

    @ParameterizedTest
    @MethodSource("news")
    void oneThatKnowsItConverges(ContainerSpec app, String name, String since) {
        engine.speaks(since);
        engine.carryOut(plan(app));

        assertThat(plan(app).changes()).isEmpty();
        assertThat(plan(app).refusals()).isEmpty();
        assertThat(plan(APP).changes()).isNotEmpty();
    }

    @Test
    void whatShallBeAbsentMaySayWhatItLikes() {
        engine.speaks("1.41");

        assertThat(plan(with(mounting("data:/data:subpath=web"), ContainerWords.STATE, State.ABSENT))
                        .refusals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.47, false, 1", "1.47, true, 0", "1.48, false, 0"})
    void anOlderEngineMakesNoNetworkWithoutIpv4(String api, boolean ipv4, int refusals) {
        engine.speaks(api);
        NetworkSpec network = new NetworkSpec("backend", Declared.NOTHING.with(NetworkWords.IPV4, ipv4, HERE), HERE);
        ContainerSpec app = with(
                APP, ContainerWords.NETWORKS, Kinds.sorted(List.of(new NetworkMembership("backend", new TreeSet<>()))));

        assertThat(Planner.plan(
                                Sites.of("shop", List.of(network), List.of(), List.of(app)),
                                List.of(engine.snapshot()),
                                Map.of(),
                                Pins.NONE,
                                false)
                        .refusals())
                .extracting(Plan.Refusal::what)
                .hasSize(refusals)
                .allSatisfy(what -> assertThat(what).startsWith("the network backend says `ipv4 false`"));
    }

    private Plan plan(ContainerSpec... containers) {
        return Planner.plan(
                Sites.of("shop", List.of(), List.of(), List.of(containers)),
                List.of(engine.snapshot()),
                Map.of(),
                Pins.NONE,
                false);
    }
}
