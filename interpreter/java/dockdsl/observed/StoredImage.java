package dockdsl.observed;

import java.util.List;

/**
 * An image in an engine's store.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param tags its names, such as {@code registry:5000/app:1.0}; none when all of them moved on
 * @param digests such as {@code registry:5000/app@sha256:...}
 * @param size in bytes, layers that it shares with other images included
 */
public record StoredImage(String id, List<String> tags, List<String> digests, long size) {
    private static final int SHORT_ID = "sha256:".length() + 12;

    public StoredImage {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
    }

    /** {@code app:1.0}, or the beginning of its Id when it has no name. */
    public String shortName() {
        return tags.isEmpty() ? id.substring(0, Math.min(id.length(), SHORT_ID)) : String.join(", ", tags);
    }
}
