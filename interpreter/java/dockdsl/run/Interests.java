package dockdsl.run;

import dockdsl.host.Interest;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.plan.EngineNames;
import dockdsl.value.ImageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a site has to know of a host. */
final class Interests {
    private Interests() {}

    static Interest of(Site site, String host) {
        Set<String> containers = new HashSet<>();
        Set<ImageRef> images = new HashSet<>();
        List<ContainerSpec> specs = site.on(host);
        for (ContainerSpec container : specs) {
            containers.add(container.engineName());
            if (container.adopts()) {
                containers.add(EngineNames.outgoing(container.engineName()));
            }
            container.image().ifPresent(images::add);
        }
        return new Interest(site.name(), containers, images, new Doubts(specs)::arise);
    }
}
