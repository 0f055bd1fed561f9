package dockdsl.graph;

import java.util.List;
import java.util.Optional;

/**
 * A host, or several that have the same containers with the same links.
 *
 * @param hosts their names, in the order of the inventory
 * @param nodes those that use others first
 */
public record Place(List<String> hosts, List<Node> nodes) {
    public Place {
        hosts = List.copyOf(hosts);
        nodes = List.copyOf(nodes);
    }

    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }
}
