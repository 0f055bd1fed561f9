package dockdsl.ledger;

import dockdsl.docker.JsonReader;
import dockdsl.value.ImageRef;
import dockdsl.value.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Releases for tests, in few words. */
final class Ledgers {
    static final LedgerText TEXT = new LedgerText(JsonReader::parse);

    private Ledgers() {}

    /** @param day of November, which makes the release's Id */
    static Release release(int day, Deed... deeds) {
        return release(day, "apply", deeds);
    }

    static Release release(int day, String command, Deed... deeds) {
        Instant when = Instant.parse("2026-11-%02dT10:00:00Z".formatted(day));
        return new Release(
                ReleaseId.of(when, day),
                when,
                command,
                "shop",
                new Author("alice@laptop", "octocat"),
                new Origin("/home/ada/site.groovy", "c0ffee".repeat(6) + "beef", true, "0.1.0"),
                List.of(deeds));
    }

    static String id(int day) {
        return release(day).id();
    }

    /** A container that was made of the image of this number, and is well. */
    static Deed done(String container, int image) {
        return deed(container, image, Result.DONE);
    }

    static Deed failed(String container, int image) {
        return deed(container, image, Result.TAKEN_BACK);
    }

    /** What a run began and never told the end of. */
    static Deed cutOff(String container, int image) {
        return deed(container, image, Result.CUT_OFF);
    }

    private static Deed deed(String container, int image, Result result) {
        Tree blueprint = new Tree(Map.of("body", Map.of("Image", name(image), "Env", List.of("N=" + image))));
        return new Deed(
                container,
                "replace",
                List.of("image", "env.N"),
                result,
                Optional.of(new Deed.Image(ImageRef.parse(name(image)), "", imageId(image))),
                5,
                result == Result.DONE ? Optional.of(blueprint) : Optional.empty());
    }

    static Deed removed(String container) {
        return new Deed(container, "remove", List.of(), Result.DONE, Optional.empty(), 5, Optional.empty());
    }

    static Deed keeping(int keep, Deed deed) {
        return new Deed(
                deed.container(), deed.change(), deed.settings(), deed.result(), deed.image(), keep, deed.blueprint());
    }

    static String name(int image) {
        return "app:" + image;
    }

    static String imageId(int image) {
        return "sha256:" + "%064x".formatted(image);
    }

    static Ledger ledger(Release... releases) {
        return new Ledger(List.of(releases));
    }
}
