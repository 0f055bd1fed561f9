package dockdsl.host;

import dockdsl.model.RegistrySpec;
import dockdsl.value.ImageRef;
import java.util.Map;
import java.util.Set;

/**
 * What a snapshot shall have in detail.
 *
 * @param site containers of this site are inspected, whatever their name
 * @param containers engine names of containers to inspect
 * @param images images to look up on the host
 * @param registry images whose digest the registry is asked for
 * @param logins whom those registries know us as, by the address that images name them by
 */
public record Interest(
        String site,
        Set<String> containers,
        Set<ImageRef> images,
        Set<ImageRef> registry,
        Map<String, RegistrySpec.Login> logins) {
    public Interest {
        containers = Set.copyOf(containers);
        images = Set.copyOf(images);
        registry = Set.copyOf(registry);
        logins = Map.copyOf(logins);
    }

    /** An interest for which no registry wants a login. */
    public Interest(String site, Set<String> containers, Set<ImageRef> images, Set<ImageRef> registry) {
        this(site, containers, images, registry, Map.of());
    }
}
