package dockdsl.model;

import dockdsl.value.ImageRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the content of tags, by the name that the site calls an image. */
public record Pins(Map<ImageRef, Pin> byImage) {
    public static final Pins NONE = new Pins(Map.of());

    public Pins {
        byImage = Map.copyOf(byImage);
    }

    /** These and others, which win. */
    public Pins with(Map<ImageRef, Pin> others) {
        Map<ImageRef, Pin> both = new LinkedHashMap<>(byImage);
        both.putAll(others);
        return new Pins(both);
    }

    public Optional<Pin> find(ImageRef image) {
        return Optional.ofNullable(byImage.get(image));
    }

    /** The digest of an image: its own, or that of its tag as far as it is known. */
    public Optional<String> digest(ImageRef image) {
        return image.digest().or(() -> find(image).flatMap(Pin::known));
    }
}
