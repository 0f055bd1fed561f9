package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import java.util.List;

/** Fills in what follows from links. */
interface Resolution {
    WantedContainer of(ContainerSpec spec);

    /** The links that can't be filled in. */
    default List<LostLink> lost(ContainerSpec spec) {
        return List.of();
    }

    /** As the site declares it. */
    record Declared(Site site, Topology topology) implements Resolution {
        @Override
        public WantedContainer of(ContainerSpec spec) {
            return WantedContainer.of(site, spec, topology);
        }

        @Override
        public List<LostLink> lost(ContainerSpec spec) {
            return topology.lost(spec);
        }
    }
}
