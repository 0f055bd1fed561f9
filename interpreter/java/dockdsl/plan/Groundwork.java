package dockdsl.plan;

import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.value.ImageRef;
import dockdsl.value.Mount;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The networks, volumes and images that the containers of one host stand on. */
record Groundwork(HostPlanner host, Site site, HostSnapshot snapshot, ImagePlanner images) {

    /** Returns the images that will not be what they are now, since they are fetched or built. */
    Map<ImageRef, ImagePlanner.Renewal> plan(List<WantedContainer> wanted) {
        SortedSet<String> networks = new TreeSet<>();
        SortedSet<String> volumes = new TreeSet<>();
        Set<ImageRef> seen = new HashSet<>();
        Map<ImageRef, ImagePlanner.Renewal> renewed = new HashMap<>();
        for (WantedContainer container : wanted) {
            if (container.spec().state() != State.ABSENT) {
                networks.addAll(container.endpoints().keySet());
                addVolumes(container, volumes);
                ImageRef image = container.spec().image().orElseThrow();
                if (seen.add(image)) {
                    images.plan(container.spec()).ifPresent(renewal -> renewed.put(image, renewal));
                }
            }
        }
        NetworkPlanner networkPlanner = new NetworkPlanner(host, site, snapshot, wanted);
        networks.forEach(networkPlanner::plan);
        VolumePlanner volumePlanner = new VolumePlanner(host, site, snapshot);
        volumes.forEach(volumePlanner::plan);
        return renewed;
    }

    private static void addVolumes(WantedContainer container, Set<String> volumes) {
        for (Mount mount : container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet())) {
            if (mount.type() == Mount.Type.VOLUME) {
                volumes.add(mount.source());
            }
        }
    }
}
