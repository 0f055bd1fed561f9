package dockdsl.host;

import dockdsl.value.ImageRef;
import java.util.Set;

/**
 * What a snapshot shall have in detail.
 *
 * @param site containers of this site are inspected, whatever their name
 * @param containers engine names of containers to inspect
 * @param images images to look up on the host
 */
public record Interest(String site, Set<String> containers, Set<ImageRef> images) {
    public Interest {
        containers = Set.copyOf(containers);
        images = Set.copyOf(images);
    }
}
