package dockdsl.ledger;

import static dockdsl.ledger.Ledgers.done;
import static dockdsl.ledger.Ledgers.failed;
import static dockdsl.ledger.Ledgers.imageId;
import static dockdsl.ledger.Ledgers.keeping;
import static dockdsl.ledger.Ledgers.ledger;
import static dockdsl.ledger.Ledgers.name;
import static dockdsl.ledger.Ledgers.release;
import static dockdsl.ledger.Ledgers.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final String DIGEST = "app@sha256:" + "0".repeat(64);

    private final List<StoredImage> images = new ArrayList<>();
    private final List<Stock.Use> uses = new ArrayList<>();

    @Test
    void imagesBeyondTheLastGoodReleasesGo() {
        stored(1, 2, 3);

        assertThat(surplus(
                        release(1, done("app", 1)), release(2, done("app", 2)), release(3, keeping(2, done("app", 3)))))
                .containsExactly(1);
    }

    @Test
    void fiveStayWhenTheSiteDoesNotSay() {
        stored(1, 2, 3, 4, 5, 6);

        assertThat(surplus(IntStream.rangeClosed(1, 6)
                        .mapToObj(day -> release(day, done("app", day)))
                        .toArray(Release[]::new)))
                .containsExactly(1);
    }

    @Test
    void failedReleasesEvictNothingAndTheirImagesGo() {
        stored(1, 2, 3, 4);

        assertThat(surplus(
                        release(1, keeping(2, done("app", 1))),
                        release(2, failed("app", 2)),
                        release(3, failed("app", 3)),
                        release(4, keeping(2, done("app", 4)))))
                .containsExactly(2, 3);
    }

    @Test
    void theSameVersionAgainIsNoOtherRelease() {
        stored(1, 2);

        assertThat(surplus(
                        release(1, keeping(2, done("app", 1))),
                        release(2, keeping(2, done("app", 2))),
                        release(3, keeping(2, done("app", 2)))))
                .isEmpty();
    }

    @Test
    void whatAnyContainerUsesStays() {
        stored(1, 2);
        uses.add(new Stock.Use("neighbour", imageId(1), "whatever"));

        assertThat(surplus(release(1, done("app", 1)), release(2, keeping(1, done("app", 2)))))
                .isEmpty();
    }

    @Test
    void whatAnotherContainerOrAnotherSiteKeepsStays() {
        stored(1, 2, 3);
        Release of = release(1, done("cache", 2));
        Release neighbour = new Release(of.id(), of.when(), "apply", "blog", of.author(), of.origin(), of.deeds());

        assertThat(surplus(
                        release(1, done("app", 1), done("db", 1)),
                        neighbour,
                        release(2, keeping(1, done("app", 2))),
                        release(3, keeping(1, done("app", 3)))))
                .isEmpty();
    }

    @Test
    void whatHasAnotherNameOrIsNotOursStays() {
        images.add(new StoredImage(imageId(1), List.of(name(1), "precious:1"), List.of(DIGEST), 10));
        images.add(new StoredImage(imageId(3), List.of(), List.of("elsewhere/app@sha256:" + "0".repeat(64)), 10));
        stored(2, 7);

        assertThat(surplus(
                        release(1, done("app", 1), done("db", 3)),
                        release(2, keeping(1, done("app", 2)), keeping(1, done("db", 2)))))
                .isEmpty();
    }

    @Test
    void whatBearsANameOfAKeptReleaseNowStays() {
        images.add(new StoredImage(imageId(1), List.of(name(2)), List.of(DIGEST), 10));

        assertThat(surplus(release(1, done("app", 1)), release(2, keeping(1, done("app", 2)))))
                .isEmpty();
    }

    @Test
    void anImageWhoseNameMovedOnGoesToo() {
        images.add(new StoredImage(imageId(1), List.of(), List.of(DIGEST), 10));
        stored(2);

        assertThat(surplus(release(1, done("app", 1)), release(2, keeping(1, done("app", 2)))))
                .containsExactly(1);
    }

    @Test
    void whatNoRegistryKnowsGoesWhenItHadItsTurn() {
        images.add(new StoredImage(imageId(1), List.of(name(1)), List.of(), 10));
        stored(2);

        assertThat(surplus(release(1, done("app", 1)), release(2, keeping(1, done("app", 2)))))
                .containsExactly(1);
    }

    @Test
    void whatOnlyFailedReleasesHadAndNoRegistryKnowsStaysUnlessTheSiteBuiltIt() {
        images.add(new StoredImage(imageId(1), List.of(name(1)), List.of(), 10));
        images.add(new StoredImage(
                imageId(2), List.of(name(2)), List.of(), 10, Map.of(StoredImage.BUILT_FOR, "shop"), false));
        stored(3);

        assertThat(surplus(
                        release(1, failed("app", 1)),
                        release(2, failed("app", 2)),
                        release(3, keeping(1, done("app", 3)))))
                .containsExactly(2);
    }

    @Test
    void whatARemovedContainerCanComeBackToStays() {
        stored(1, 2);

        assertThat(surplus(
                        release(1, done("app", 1)), release(2, keeping(1, done("app", 2))), release(3, removed("app"))))
                .containsExactly(1);
    }

    @Test
    void buildsOfTheSiteGoWhenTheirNameWentToAnother() {
        build(1, "shop");
        build(2, "shop");
        build(3, "shop");
        build(4, "other");
        stored(5);
        uses.add(new Stock.Use("app", imageId(1), "app:1"));

        assertThat(new Retention(ledger(release(1, done("app", 2))), new Stock(images, uses))
                        .namelessBuilds("shop").stream().map(RetentionTest::number))
                .containsExactly(3);
    }

    private void build(int number, String site) {
        images.add(
                new StoredImage(imageId(number), List.of(), List.of(), 10, Map.of(StoredImage.BUILT_FOR, site), false));
    }

    private void stored(int... numbers) {
        IntStream.of(numbers)
                .mapToObj(number -> new StoredImage(imageId(number), List.of(name(number)), List.of(DIGEST), 10))
                .forEach(images::add);
    }

    private List<Integer> surplus(Release... releases) {
        return new Retention(ledger(releases), new Stock(images, uses))
                .surplus("shop").stream().map(RetentionTest::number).toList();
    }

    private static int number(StoredImage image) {
        return Stream.of(image.id().substring("sha256:".length()))
                .mapToInt(hex -> Integer.parseInt(hex, 16))
                .sum();
    }
}
