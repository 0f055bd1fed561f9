package dockdsl.observed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An image in an engine's store.
 *
 * @param id {@code sha256:} and 64 hexadecimal digits
 * @param tags its names, such as {@code registry:5000/app:1.0}; none when all of them moved on
 * @param digests such as {@code registry:5000/app@sha256:...}
 * @param size in bytes, layers that it shares with other images included
 * @param isBase whether others were built on it on this host, so that it can lose its names but not go before they do
 */
public record StoredImage(
        String id, List<String> tags, List<String> digests, long size, Map<String, String> labels, boolean isBase) {
    /** The label that says of an image for which site it was built. */
    public static final String BUILT_FOR = "dockdsl.built-for";

    private static final int SHORT_ID = "sha256:".length() + 12;

    public StoredImage {
        tags = List.copyOf(tags);
        digests = List.copyOf(digests);
        labels = Map.copyOf(labels);
    }

    /** An image without labels. */
    public StoredImage(String id, List<String> tags, List<String> digests, long size) {
        this(id, tags, digests, size, Map.of(), false);
    }

    /** What to remove of it, in order: its names, and then itself. */
    public List<String> removals() {
        List<String> removals = new ArrayList<>(tags);
        if (!isBase) {
            removals.add(id);
        }
        return removals;
    }

    /** {@code app:1.0}, or the beginning of its Id when it has no name. */
    public String shortName() {
        return tags.isEmpty() ? id.substring(0, Math.min(id.length(), SHORT_ID)) : String.join(", ", tags);
    }

    /** Whether it was built for a site, and the name moved on to another build. */
    public boolean isNamelessBuildFor(String site) {
        return tags.isEmpty() && digests.isEmpty() && isBuildFor(site);
    }

    /** Whether there is it somewhere else: a registry knows it, or the site's folder from which it was built. */
    public boolean isToBeHadAgain(String site) {
        return !digests.isEmpty() || isBuildFor(site);
    }

    private boolean isBuildFor(String site) {
        return site.equals(labels.get(BUILT_FOR));
    }
}
