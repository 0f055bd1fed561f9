package dockdsl.ledger;

import dockdsl.value.ImageRef;
import dockdsl.value.Json;
import dockdsl.value.Malformed;
import dockdsl.value.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A ledger as a file: a release for each line, in JSON; the manual's page {@code ledger} names the fields.
 *
 * <p>Others can write to that file, and a full disk can cut a line off. A line that is not as we write it is no release.
 *
 * @param json reads a JSON object; throws an {@link IllegalArgumentException} when there is none
 */
public record LedgerText(Function<String, Tree> json) {
    static final int FORMAT = 1;
    public static final int USUAL_KEEP = 5;

    /** In characters; a longer line is not read, and a release that would be longer is written without blueprints. */
    static final int LONGEST_LINE = 1024 * 1024;

    private static final String CONTAINER = "[a-zA-Z0-9][a-zA-Z0-9_.-]{1,253}";
    private static final String HASH = "(sha256:[0-9a-f]{64})?";

    /** @param text of the whole file, the oldest release first */
    public Ledger read(String text) {
        return new Ledger(
                text.lines().map(this::release).flatMap(Optional::stream).toList());
    }

    private Optional<Release> release(String line) {
        if (line.length() > LONGEST_LINE || !line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return release(Members.of(json.apply(line)));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<Release> release(Members said) {
        String id = said.text("release");
        if (said.number("format", 0) != FORMAT || !ReleaseId.isOne(id)) {
            return Optional.empty();
        }
        return Optional.of(new Release(
                id,
                Instant.parse(said.text("when")),
                said.text("command"),
                said.text("site"),
                new Author(said.text("who"), said.text("onBehalfOf")),
                new Origin(
                        said.text("file"),
                        said.text("commit"),
                        said.flag("dirty"),
                        said.text("dockdsl"),
                        said.text("promotedFrom")),
                said.objects("containers").stream()
                        .map(LedgerText::deed)
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private static Optional<Deed> deed(Members said) {
        String container = said.text("name");
        return Result.read(said.text("result"))
                .filter(known -> container.matches(CONTAINER))
                .map(result -> new Deed(
                        container,
                        said.text("change"),
                        said.texts("settings"),
                        result,
                        image(said),
                        said.number("keep", USUAL_KEEP),
                        said.tree("blueprint")));
    }

    private static Optional<Deed.Image> image(Members said) {
        String digest = said.text("digest");
        String id = said.text("imageId");
        try {
            return digest.matches(HASH) && id.matches(HASH)
                    ? Optional.of(new Deed.Image(ImageRef.parse(said.text("image")), digest, id))
                    : Optional.empty();
        } catch (Malformed noImage) {
            return Optional.empty();
        }
    }

    /** A line without a line break. */
    public static String line(Release release) {
        String line = Json.canonical(fields(release, true));
        return line.length() <= LONGEST_LINE ? line : Json.canonical(fields(release, false));
    }

    private static Map<String, Object> fields(Release release, boolean blueprints) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", FORMAT);
        fields.put("release", release.id());
        fields.put("when", release.when().toString());
        fields.put("command", release.command());
        fields.put("site", release.site());
        fields.put("who", release.author().who());
        fields.put("onBehalfOf", release.author().onBehalfOf());
        fields.put("file", release.origin().file());
        fields.put("commit", release.origin().commit());
        fields.put("dirty", release.origin().dirty());
        fields.put("dockdsl", release.origin().version());
        fields.put("promotedFrom", release.origin().promotedFrom());
        fields.put(
                "containers",
                release.deeds().stream().map(deed -> fields(deed, blueprints)).toList());
        fields.values().removeIf(value -> value.equals("") || value.equals(false) || value.equals(List.of()));
        return fields;
    }

    private static Map<String, Object> fields(Deed deed, boolean blueprints) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", deed.container());
        fields.put("change", deed.change());
        fields.put("settings", deed.settings());
        fields.put("result", deed.result().toString());
        deed.image().ifPresent(image -> {
            fields.put("image", image.name().toString());
            fields.put("digest", image.digest());
            fields.put("imageId", image.id());
        });
        fields.put("keep", deed.keep());
        deed.blueprint().filter(print -> blueprints).ifPresent(print -> fields.put("blueprint", print.fields()));
        fields.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        return fields;
    }
}
