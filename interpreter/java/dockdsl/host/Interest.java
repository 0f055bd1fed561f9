package dockdsl.host;

import dockdsl.observed.ObservedContainer;
import dockdsl.value.ImageRef;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a snapshot shall have in detail.
 *
 * @param site containers of this site are inspected, whatever their name
 * @param containers engine names of containers to inspect
 * @param images images to look up on the host
 * @param doubtful whether what a container has makes one wonder what its engine's kernel lacks
 */
public record Interest(
        String site, Set<String> containers, Set<ImageRef> images, Predicate<ObservedContainer> doubtful) {
    public Interest {
        containers = Set.copyOf(containers);
        images = Set.copyOf(images);
    }

    /** An interest in nothing that a kernel could lack. */
    public Interest(String site, Set<String> containers, Set<ImageRef> images) {
        this(site, containers, images, container -> false);
    }
}
