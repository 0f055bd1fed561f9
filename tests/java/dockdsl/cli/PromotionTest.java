package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.ledger.Author;
import dockdsl.ledger.Deed;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.Origin;
import dockdsl.ledger.Release;
import dockdsl.ledger.ReleaseId;
import dockdsl.ledger.Result;
import dockdsl.lockfile.LockEntry;
import dockdsl.lockfile.LockFile;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.DockerSpec;
import dockdsl.model.Inventory;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.Tree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final SourceRef HERE = new SourceRef("site.groovy", 3, 1);
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String DIGEST = "sha256:" + "a".repeat(64);
    private static final String OTHER = "sha256:" + "b".repeat(64);

    private final SequencedMap<String, Ledger> ledgers = new LinkedHashMap<>();
    private final List<ContainerSpec> staging = new ArrayList<>();
    private final List<ContainerSpec> production = new ArrayList<>();

    @Test
    void whatStagingRunsIsPromotedByDigest() {
        staging.add(container("staging-app", "s1", "app:1"));
        production.add(container("app", "p1", "app:1"));
        production.add(container("app", "p2", "app:1"));
        remembered("s1", 1, done("staging-app", "app:1", DIGEST));

        Promotion promotion = promotion();

        assertThat(promotion.from()).isEqualTo("staging " + id(1));
        assertThat(promotion.entries()).containsExactly(new LockEntry(ImageRef.parse("app:1"), DIGEST, "staging", NOW));
        assertThat(promotion.selection().has("p2", "app")).isTrue();
        assertThat(promotion.left()).isEmpty();
    }

    @Test
    void whatOnlyProductionHasStaysAsItIs() {
        staging.add(container("app", "s1", "app:1"));
        production.add(container("app", "p1", "app:1"));
        production.add(container("agent", "p1", "agent:7"));
        remembered("s1", 1, done("app", "app:1", DIGEST));

        assertThat(promotion().left()).containsExactly("agent");
        assertThat(promotion().selection().has("p1", "agent")).isFalse();
    }

    @Test
    void aLastReleaseThatFailedIsRefused() {
        staging.add(container("app", "s1", "app:1"));
        production.add(container("app", "p1", "app:1"));
        remembered("s1", 1, done("app", "app:1", DIGEST));
        remembered("s1", 2, deed("app", "app:1", DIGEST, Result.TAKEN_BACK));

        refuses("app on s1 was taken back in the last release " + id(2));
    }

    @Test
    void everythingThatDiffersIsNamedAtOnce() {
        staging.add(container("app", "s1", "app:2"));
        staging.add(container("own", "s1", "own:1"));
        staging.add(container("late", "s1", "late:2"));
        staging.add(container("split", "s1", "split:1"));
        staging.add(container("split", "s2", "split:1"));
        staging.add(container("new", "s2", "new:1"));
        production.add(container("app", "p1", "app:1"));
        production.add(container("own", "p1", "own:1"));
        production.add(container("late", "p1", "late:2"));
        production.add(container("split", "p1", "split:1"));
        production.add(container("new", "p1", "new:1"));
        remembered(
                "s1",
                1,
                done("app", "app:2", DIGEST),
                done("own", "own:1", ""),
                done("late", "late:1", DIGEST),
                done("split", "split:1", DIGEST));
        remembered("s2", 1, done("split", "split:1", OTHER));

        refuses(
                "app is declared as app:1, but as app:2 in staging",
                "own on s1 runs own:1, which has no digest",
                "late on s1 runs late:1 and not late:2",
                "split:1 is " + DIGEST + " on s1 and " + OTHER + " on s2",
                "new on s2 has no good release yet");
    }

    @Test
    void anEnvironmentWithoutAPastIsRefused() {
        staging.add(container("app", "s1", "app:1"));
        production.add(container("app", "p1", "app:1"));

        refuses("No host remembers a release of staging");
    }

    private void refuses(String... reasons) {
        assertThatThrownBy(this::promotion)
                .isInstanceOf(NothingToWorkOn.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(reasons));
    }

    private Promotion promotion() {
        return Promotion.of(job("staging", staging), job("production", production), ledgers, NOW);
    }

    private static Job job(String environment, List<ContainerSpec> containers) {
        Site site = new Site(
                "shop-" + environment,
                DockerSpec.ANY,
                List.of(),
                List.of(),
                List.of(),
                containers,
                Optional.of(environment),
                RolloutPolicy.NONE,
                Collections.emptySortedMap(),
                HERE);
        return new Job(
                "site.groovy",
                site,
                LockFile.empty(Path.of("site.lock")),
                new Inventory(List.of(), new LinkedHashSet<>(), Map.of()),
                Selection.ALL,
                List.of(),
                List.of(),
                List.of());
    }

    private static ContainerSpec container(String name, String host, String image) {
        return new ContainerSpec(
                name, 1, host, Optional.of(ImageRef.parse(image)), Optional.empty(), Declared.NOTHING, HERE);
    }

    private void remembered(String host, int day, Deed... deeds) {
        Release release = new Release(
                id(day),
                NOW,
                "apply",
                "shop-staging",
                new Author("me", ""),
                new Origin("site.groovy", "", false, "1"),
                List.of(deeds));
        ledgers.merge(host, new Ledger(List.of(release)), Ledger::and);
    }

    private static String id(int day) {
        return ReleaseId.of(Instant.parse("2026-11-%02dT10:00:00Z".formatted(day)), day);
    }

    private static Deed done(String container, String image, String digest) {
        return deed(container, image, digest, Result.DONE);
    }

    private static Deed deed(String container, String image, String digest, Result result) {
        return new Deed(
                container,
                "replace",
                List.of(),
                result,
                Optional.of(new Deed.Image(ImageRef.parse(image), digest, "")),
                5,
                result == Result.DONE ? Optional.of(Tree.EMPTY) : Optional.empty());
    }
}
