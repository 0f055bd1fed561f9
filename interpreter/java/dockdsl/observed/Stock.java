package dockdsl.observed;

import java.util.List;
import java.util.Optional;

/**
 * All images of an engine, and who uses them.
 *
 * @param uses one for each container, running or not, of whomever
 */
public record Stock(List<StoredImage> images, List<Use> uses) {
    public Stock {
        images = List.copyOf(images);
        uses = List.copyOf(uses);
    }

    /**
     * A container that was made of an image.
     *
     * @param imageName by which it was asked for
     */
    public record Use(String container, String imageId, String imageName) {}

    public Optional<StoredImage> image(String id) {
        return images.stream().filter(image -> image.id().equals(id)).findFirst();
    }

    /** What a name stands for now. */
    public Optional<StoredImage> named(String name) {
        return images.stream()
                .filter(image -> image.tags().contains(name) || image.digests().contains(name))
                .findFirst();
    }

    public Optional<Use> use(String container) {
        return uses.stream().filter(use -> use.container().equals(container)).findFirst();
    }

    public boolean isUsed(StoredImage image) {
        return uses.stream()
                .anyMatch(use -> use.imageId().equals(image.id())
                        || image.tags().contains(use.imageName())
                        || image.digests().contains(use.imageName()));
    }
}
