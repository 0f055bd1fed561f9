package dockdsl.plan;

import static dockdsl.model.Specs.container;
import static dockdsl.model.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.model.Sites;
import dockdsl.value.ImageRef;
import dockdsl.value.PullPolicy;
import dockdsl.vocabulary.ContainerWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Containers for another processor than their host's: what is fetched, and what is made anew. */
class PlatformsTest {
    private static final ContainerSpec PLAIN = container("app", "app:1");
    private static final ContainerSpec FOREIGN = with(PLAIN, ContainerWords.PLATFORM, "linux/arm64");

    private final PaperEngine engine = new PaperEngine("web1");

    @Test
    void itIsFetchedForItsPlatformAndStays() {
        engine.carryOut(plan(FOREIGN));

        assertThat(plan(FOREIGN).changes()).isEmpty();
    }

    @Test
    void anImageForAnotherPlatformIsFetchedAgain() {
        engine.carryOut(plan(PLAIN));

        Plan plan = plan(FOREIGN);

        assertThat(lines(plan))
                .containsExactly(
                        "image app:1 PULL: it is for linux/amd64, not for linux/arm64",
                        "container app REPLACE: 2 settings differ");
        assertThat(plan.changes().getLast().differences())
                .contains(new Difference("platform", Optional.of("linux/amd64"), Optional.of("linux/arm64")));
        assertThat(plan.changes().getFirst().prepare().getFirst().action())
                .isEqualTo(new Action.PullImage(ImageRef.parse("app:1"), Optional.of("linux/arm64")));
        engine.carryOut(plan);
        assertThat(plan(FOREIGN).changes()).isEmpty();
    }

    @Test
    void takenOutItComesBackToTheHostsOwn() {
        engine.carryOut(plan(FOREIGN));

        Plan plan = plan(PLAIN);

        assertThat(lines(plan))
                .containsExactly(
                        "image app:1 PULL: it is for linux/arm64, which `platform` no longer says",
                        "container app REPLACE: 2 settings differ");
        assertThat(plan.changes().getLast().differences())
                .contains(new Difference("platform", Optional.of("linux/arm64"), Optional.empty()));
        engine.carryOut(plan);
        assertThat(plan(PLAIN).changes()).isEmpty();
    }

    /** Somebody may have loaded one by hand. */
    @Test
    void whatNobodySaidIsNoDifference() {
        engine.take(new Action.PullImage(ImageRef.parse("app:1"), Optional.of("linux/arm64")));
        engine.carryOut(plan(PLAIN));

        assertThat(plan(PLAIN).changes()).isEmpty();
    }

    @Test
    void theHostsOwnThatIsSaidForTheFirstTimeIsThereAlready() {
        engine.carryOut(plan(PLAIN));
        ContainerSpec said = with(PLAIN, ContainerWords.PLATFORM, "linux/amd64");

        assertThat(plan(said).changes()).isEmpty();
        engine.carryOut(plan(said));
        assertThat(plan(PLAIN).changes()).isEmpty();
    }

    @Test
    void theHostsOwnThatIsTakenOutIsThereAlready() {
        ContainerSpec said = with(PLAIN, ContainerWords.PLATFORM, "linux/amd64");
        engine.carryOut(plan(said));

        assertThat(lines(plan(PLAIN))).containsExactly("container app REPLACE: 1 setting differs");
        engine.carryOut(plan(PLAIN));
        assertThat(plan(PLAIN).changes()).isEmpty();
    }

    /** As engines from API 1.48 on tell it that keep images for several platforms under one name and Id. */
    @Test
    void whatTheEngineSaysOfTheContainerItselfGoesFirst() {
        engine.carryOut(plan(PLAIN));
        engine.change(
                "app",
                detail -> detail.with(
                        "ImageManifestDescriptor.platform",
                        Map.of("os", "linux", "architecture", "arm64", "variant", "v8")));

        assertThat(plan(FOREIGN).changes()).isEmpty();
        assertThat(plan(PLAIN).changes()).isEmpty();
    }

    /** One of several variants may be what the engine takes for the one that is asked for. */
    @Test
    void whatAContainerWasToldIsNotToldAgain() {
        engine.carryOut(plan(FOREIGN));
        engine.take(new Action.PullImage(ImageRef.parse("app:1"), Optional.of("linux/arm64")));
        ContainerSpec other = with(PLAIN, ContainerWords.PLATFORM, "linux/arm64/v9");
        engine.change(
                "app",
                detail -> detail.with("Config.Labels", Map.of("dockdsl.told", "platform=linux/arm64/v9"))
                        .with(
                                "Image",
                                engine.snapshot()
                                        .image(ImageRef.parse("app:1"))
                                        .orElseThrow()
                                        .id()));

        assertThat(plan(other).changes()).noneMatch(change -> change.verb() == Verb.PULL);
    }

    @Test
    void whatIsNeverFetchedIsRefusedForAnotherPlatform() {
        engine.carryOut(plan(PLAIN));

        Plan plan = plan(with(FOREIGN, ContainerWords.PULL, PullPolicy.NEVER));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.refusals())
                .extracting(Plan.Refusal::what)
                .containsExactly("it is for linux/amd64, not for linux/arm64 for the container app (site.groovy:3),"
                        + " and `pull never` forbids to fetch it");
    }

    @Test
    void aNameThatSomebodyTookIsNotGivenBackToAnotherPlatform() {
        engine.carryOut(plan(PLAIN));
        engine.hasNoImage("app:1");

        Plan plan = plan(FOREIGN);

        assertThat(lines(plan)).contains("image app:1 PULL: it is not there");
        engine.carryOut(plan);
        assertThat(plan(FOREIGN).changes()).isEmpty();
    }

    private static List<String> lines(Plan plan) {
        return plan.changes().stream()
                .map(change -> change.resource() + " " + change.verb() + ": " + change.reason())
                .toList();
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
