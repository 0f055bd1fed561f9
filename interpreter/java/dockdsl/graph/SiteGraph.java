package dockdsl.graph;

import dockdsl.model.Site;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A site as places, containers and arrows. */
public record SiteGraph(String site, List<Place> places, List<Arrow> arrows) {
    public SiteGraph {
        places = List.copyOf(places);
        arrows = List.copyOf(arrows);
    }

    /**
     * @param hosts those to draw, in the order of the inventory; containers of others are drawn as far as links lead to them
     */
    public static SiteGraph of(Site site, Collection<String> hosts) {
        return new GraphMaker(site, List.copyOf(hosts)).graph();
    }

    /** The arrows that begin at a container. */
    public Stream<Arrow> from(Arrow.End end) {
        return arrows.stream().filter(arrow -> arrow.from().equals(end));
    }

    /** Instances on all hosts. */
    public int containers() {
        return places.stream()
                .mapToInt(place -> place.hosts().size()
                        * place.nodes().stream().mapToInt(Node::instances).sum())
                .sum();
    }

    public int hosts() {
        return places.stream().mapToInt(place -> place.hosts().size()).sum();
    }

    /** What every network has for members, place by place, by its name. */
    public SortedMap<String, List<Arrow.End>> networks() {
        SortedMap<String, List<Arrow.End>> networks = new TreeMap<>();
        for (int place = 0; place < places.size(); place++) {
            for (Node node : places.get(place).nodes()) {
                Arrow.End member = new Arrow.End(place, node.name());
                node.networks()
                        .forEach(network -> networks.merge(
                                network,
                                List.of(member),
                                (some, more) -> Stream.concat(some.stream(), more.stream())
                                        .toList()));
            }
        }
        return networks;
    }
}
