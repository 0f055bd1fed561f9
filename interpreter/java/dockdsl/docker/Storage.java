package dockdsl.docker;

import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an engine stores, and which containers use it. */
record Storage(EngineApi api) {
    private static final String NOTHING = "<none>";

    Stock stock() {
        List<Tree> images = new ArrayList<>();
        List<Stock.Use> uses = new ArrayList<>();
        Batch batch = new Batch(api);
        batch.list("list images", Target.of("images", "json").with("all", true), images::addAll);
        batch.list(
                "list containers",
                Target.of("containers", "json").with("all", true),
                listed -> listed.stream().map(Storage::use).forEach(uses::add));
        batch.send();
        Set<String> used = uses.stream().map(Stock.Use::imageId).collect(Collectors.toSet());
        return new Stock(images(images, used), uses);
    }

    /** Without the steps between the beginning of a build and its end. @param used Ids of images that containers run */
    private static List<StoredImage> images(List<Tree> listed, Set<String> used) {
        Set<String> parents =
                listed.stream().map(image -> image.text("ParentId")).collect(Collectors.toSet());
        return listed.stream()
                .map(image -> image(image, parents.contains(image.text("Id"))))
                .filter(image -> !image.isBase() || isNamed(image) || used.contains(image.id()))
                .toList();
    }

    private static boolean isNamed(StoredImage image) {
        return !image.tags().isEmpty() || !image.digests().isEmpty();
    }

    /** Old engines write {@code <none>:<none>} where there is no name. */
    private static StoredImage image(Tree listed, boolean isBase) {
        return new StoredImage(
                listed.text("Id"),
                names(listed, "RepoTags"),
                names(listed, "RepoDigests"),
                listed.number("Size"),
                Snapshots.texts(listed.map("Labels")),
                isBase);
    }

    private static List<String> names(Tree listed, String field) {
        return listed.texts(field).stream()
                .filter(name -> !name.contains(NOTHING))
                .toList();
    }

    private static Stock.Use use(Tree listed) {
        return new Stock.Use(Snapshots.listed(listed).name(), listed.text("ImageID"), listed.text("Image"));
    }
}
