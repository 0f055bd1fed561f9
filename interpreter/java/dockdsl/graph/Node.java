package dockdsl.graph;

import dockdsl.value.PublishedPort;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A container of a place, all of its instances together.
 *
 * @param name its name in the site
 * @param image as the site file calls it
 * @param instances 1 or more
 * @param ports those of the host that lead to it
 * @param networks the engine's names of them
 * @param volumes names of volumes and folders of the host, each with the place that it has in the container
 */
public record Node(
        String name,
        String image,
        int instances,
        SortedSet<PublishedPort> ports,
        SortedSet<String> networks,
        List<String> volumes) {
    public Node {
        ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
        networks = Collections.unmodifiableSortedSet(new TreeSet<>(networks));
        volumes = List.copyOf(volumes);
    }
}
