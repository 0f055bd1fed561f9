package dockdsl.model;

import dockdsl.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the content of tags, by the name that the site calls an image.
 *
 * @param askable whether registries will be asked of tags that are not known; where not, an image that is there is the right one
 */
public record Pins(Map<ImageRef, Pin> byImage, boolean askable) {
    public static final Pins NONE = new Pins(Map.of());

    public Pins {
        byImage = Map.copyOf(byImage);
    }

    public Pins(Map<ImageRef, Pin> byImage) {
        this(byImage, true);
    }

    /** The same for those who only look around. */
    public Pins unasked() {
        return new Pins(byImage, false);
    }

    /** These and others, which win. */
    public Pins with(Map<ImageRef, Pin> others) {
        Map<ImageRef, Pin> both = new LinkedHashMap<>(byImage);
        both.putAll(others);
        return new Pins(both, askable);
    }

    public Optional<Pin> find(ImageRef image) {
        return Optional.ofNullable(byImage.get(image));
    }

    /** The digest of an image: its own, or that of its tag as far as it is known. */
    public Optional<String> digest(ImageRef image) {
        return image.digest().or(() -> find(image).flatMap(Pin::known));
    }
}
