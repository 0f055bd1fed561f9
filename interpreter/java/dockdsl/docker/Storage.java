package dockdsl.docker;

import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.List;

/** What an engine stores, and which containers use it. */
record Storage(EngineApi api) {
    private static final String NOTHING = "<none>";

    Stock stock() {
        List<StoredImage> images = new ArrayList<>();
        List<Stock.Use> uses = new ArrayList<>();
        Batch batch = new Batch(api);
        batch.list(
                "list images",
                Target.of("images", "json"),
                listed -> listed.stream().map(Storage::image).forEach(images::add));
        batch.list(
                "list containers",
                Target.of("containers", "json").with("all", true),
                listed -> listed.stream().map(Storage::use).forEach(uses::add));
        batch.send();
        return new Stock(images, uses);
    }

    /** Old engines write {@code <none>:<none>} where there is no name. */
    private static StoredImage image(Tree listed) {
        return new StoredImage(
                listed.text("Id"), names(listed, "RepoTags"), names(listed, "RepoDigests"), listed.number("Size"));
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
