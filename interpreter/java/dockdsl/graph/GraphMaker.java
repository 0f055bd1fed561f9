package dockdsl.graph;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.plan.Topology;
import dockdsl.value.Link;
import dockdsl.value.Mount;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Draws the graph of a site: host by host first, then hosts that look the same become one place. */
final class GraphMaker {
    private final Site site;
    private final List<String> hosts;
    private final Topology topology;

    GraphMaker(Site site, List<String> hosts) {
        this.site = site;
        this.hosts = hosts;
        this.topology = new Topology(site, Map.of());
    }

    /** An arrow before it is known which hosts become one place. */
    private record Draft(String host, String from, String toHost, String to, Arrow.Kind kind, String label) {
        /** The same for all hosts that have it in the same way; users of what several hosts have are spread over these. */
        List<String> shape() {
            return List.of(from, host.equals(toHost) ? "here" : "elsewhere", to, kind.name(), label);
        }
    }

    SiteGraph graph() {
        SequencedMap<String, List<Draft>> drafts = new LinkedHashMap<>();
        hosts.forEach(host -> drafts.put(host, draftsOf(host)));
        SequencedMap<String, List<Node>> nodes = new LinkedHashMap<>();
        hosts.forEach(host -> nodes.put(host, nodesOf(specsOf(host), drafts.get(host))));
        addTargets(nodes, drafts);
        nodes.values().removeIf(List::isEmpty);

        SequencedMap<List<Object>, List<String>> alike = new LinkedHashMap<>();
        nodes.forEach((host, own) -> alike.computeIfAbsent(
                        List.of(own, shapes(drafts.getOrDefault(host, List.of()))), first -> new ArrayList<>())
                .add(host));
        List<Place> places = alike.values().stream()
                .map(names -> new Place(names, nodes.get(names.getFirst())))
                .toList();
        return new SiteGraph(site.name(), places, arrows(places, drafts));
    }

    private static Set<List<String>> shapes(List<Draft> drafts) {
        Set<List<String>> shapes = new HashSet<>();
        drafts.forEach(draft -> shapes.add(draft.shape()));
        return shapes;
    }

    private List<Arrow> arrows(List<Place> places, Map<String, List<Draft>> drafts) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int number = 0; number < places.size(); number++) {
            for (String host : places.get(number).hosts()) {
                numbers.put(host, number);
            }
        }
        Set<Arrow> arrows = new LinkedHashSet<>();
        for (Place place : places) {
            place.hosts().stream()
                    .flatMap(host -> drafts.getOrDefault(host, List.of()).stream())
                    .map(draft -> new Arrow(
                            new Arrow.End(numbers.get(draft.host()), draft.from()),
                            new Arrow.End(numbers.get(draft.toHost()), draft.to()),
                            draft.kind(),
                            draft.label()))
                    .forEach(arrows::add);
        }
        return List.copyOf(arrows);
    }

    private List<ContainerSpec> specsOf(String host) {
        return site.containers().stream()
                .filter(spec -> spec.host().equals(host) && spec.state() != State.ABSENT)
                .toList();
    }

    private List<Draft> draftsOf(String host) {
        Set<Draft> drafts = new LinkedHashSet<>();
        for (ContainerSpec spec : specsOf(host)) {
            Set<String> linked = new HashSet<>();
            for (Link link : spec.links()) {
                ContainerSpec end = topology.end(spec, link);
                linked.add(link.target());
                drafts.add(
                        new Draft(host, spec.name(), end.host(), end.name(), Arrow.Kind.LINK, label(link, end, spec)));
            }
            for (String need : spec.needs()) {
                if (linked.add(need)) {
                    needed(spec, need)
                            .ifPresent(end -> drafts.add(
                                    new Draft(host, spec.name(), end.host(), end.name(), Arrow.Kind.NEED, "")));
                }
            }
        }
        return List.copyOf(drafts);
    }

    private Optional<ContainerSpec> needed(ContainerSpec spec, String name) {
        List<ContainerSpec> ends = site.containers().stream()
                .filter(other -> other.name().equals(name) && other.state() != State.ABSENT)
                .toList();
        return ends.stream()
                .filter(end -> end.host().equals(spec.host()))
                .findFirst()
                .or(() -> ends.stream().findFirst());
    }

    private static String label(Link link, ContainerSpec end, ContainerSpec from) {
        List<String> parts = new ArrayList<>();
        if (!link.alias().equals(link.target())) {
            parts.add("as " + link.alias());
        }
        if (!end.host().equals(from.host())) {
            end.published().stream()
                    .filter(port -> port.port().protocol().equals("tcp") && port.hostPort() != 0)
                    .findFirst()
                    .ifPresent(port -> parts.add(":" + port.hostPort()));
        }
        return String.join(" ", parts);
    }

    /** Instances of one name become one node; those that use others stand before these. */
    private List<Node> nodesOf(List<ContainerSpec> specs, List<Draft> drafts) {
        SequencedMap<String, Node> nodes = new LinkedHashMap<>();
        for (ContainerSpec spec : specs) {
            nodes.merge(spec.name(), node(spec), GraphMaker::together);
        }
        List<Node> ordered = new ArrayList<>();
        while (!nodes.isEmpty()) {
            String next = nodes.keySet().stream()
                    .filter(name -> drafts.stream()
                            .noneMatch(draft -> draft.to().equals(name)
                                    && draft.toHost().equals(draft.host())
                                    && !draft.from().equals(name)
                                    && nodes.containsKey(draft.from())))
                    .findFirst()
                    .orElse(nodes.firstEntry().getKey());
            ordered.add(nodes.remove(next));
        }
        return ordered;
    }

    private Node node(ContainerSpec spec) {
        SortedSet<Mount> mounts = spec.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet());
        return new Node(
                spec.name(),
                spec.image().map(Object::toString).orElse(""),
                1,
                spec.published(),
                topology.networks(spec),
                mounts.stream()
                        .map(mount -> mount.source() + " at " + mount.target())
                        .toList());
    }

    private static Node together(Node one, Node more) {
        SortedSet<PublishedPort> ports = new TreeSet<>(one.ports());
        ports.addAll(more.ports());
        return new Node(one.name(), one.image(), one.instances() + 1, ports, one.networks(), one.volumes());
    }

    /** What links lead to on hosts that were not asked for is drawn, but nothing else of these hosts. */
    private void addTargets(Map<String, List<Node>> nodes, Map<String, List<Draft>> drafts) {
        Map<String, Set<String>> missing = new LinkedHashMap<>();
        drafts.values().stream()
                .flatMap(List::stream)
                .filter(draft -> !nodes.containsKey(draft.toHost()))
                .forEach(draft -> missing.computeIfAbsent(draft.toHost(), first -> new HashSet<>())
                        .add(draft.to()));
        missing.forEach((host, names) -> nodes.put(
                host,
                nodesOf(
                        specsOf(host).stream()
                                .filter(spec -> names.contains(spec.name()))
                                .toList(),
                        List.of())));
    }
}
