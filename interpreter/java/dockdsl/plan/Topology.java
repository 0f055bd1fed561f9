package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.value.IpAddress;
import dockdsl.value.Link;
import dockdsl.value.NetworkMembership;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.Kinds;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who finds whom: networks, names and addresses that follow from links. */
public final class Topology {
    private final Site site;
    private final Map<String, Set<String>> present;
    private final Map<String, Set<String>> linked;
    private final Map<String, List<ContainerSpec>> byName;
    private final Map<String, Map<String, Integer>> turns = new ConcurrentHashMap<>();
    private final Map<String, String> addresses;

    /** @param addresses of hosts as other hosts reach them, by host name */
    public Topology(Site site, Map<String, String> addresses) {
        this.site = site;
        this.present = names(
                container -> Stream.of(container).filter(Topology::isPresent).map(ContainerSpec::name));
        this.linked = names(container -> container.links().stream().map(Link::target));
        this.byName = site.containers().stream().collect(Collectors.groupingBy(ContainerSpec::name));
        this.addresses = Map.copyOf(addresses);
    }

    /** What each container gives, together for each host. */
    private Map<String, Set<String>> names(Function<ContainerSpec, Stream<String>> names) {
        return site.containers().stream()
                .collect(Collectors.groupingBy(ContainerSpec::host, Collectors.flatMapping(names, Collectors.toSet())));
    }

    /** A container's networks: none for one with a network of another's, else the site's own among them unless the container only names others and needs no link. */
    SortedMap<String, Endpoint> endpoints(ContainerSpec container) {
        SortedMap<String, Endpoint> endpoints = new TreeMap<>();
        if (container.networkMode().isPresent()) {
            return endpoints;
        }
        SortedSet<String> ownName = ownName(container);
        for (NetworkMembership membership : container.networks()) {
            SortedSet<String> aliases = new TreeSet<>(Kinds.union(membership.aliases(), ownName));
            aliases.remove(container.settings().get(ContainerWords.HOSTNAME, ""));
            aliases.remove(container.engineName());
            endpoints.put(membership.network(), new Endpoint(aliases, new TreeSet<>(), membership.attachment()));
        }
        if (endpoints.isEmpty() || isLinkedHere(container)) {
            endpoints.merge(
                    EngineNames.siteNetwork(site.name()),
                    new Endpoint(ownName, localNames(container)),
                    (declared, own) -> declared.and(own.aliases(), own.links()));
        }
        return endpoints;
    }

    /** The engine's names of a container's networks. */
    public SortedSet<String> networks(ContainerSpec container) {
        return Kinds.sorted(endpoints(container).keySet());
    }

    /** The container that a link leads to: one on the same host where there is one. */
    public ContainerSpec end(ContainerSpec container, Link link) {
        return targets(link)
                .filter(other -> other.host().equals(container.host()))
                .findFirst()
                .orElseGet(() -> target(container, link));
    }

    private Stream<ContainerSpec> targets(Link link) {
        return byName.getOrDefault(link.target(), List.of()).stream().filter(Topology::isPresent);
    }

    /** Second and further instances answer to the first one's name as well. */
    private SortedSet<String> ownName(ContainerSpec container) {
        return container.instance() == 1 ? new TreeSet<>() : Kinds.sorted(List.of(container.name()));
    }

    private boolean isLinkedHere(ContainerSpec container) {
        return container.links().stream().anyMatch(link -> isLocal(container, link))
                || linked.getOrDefault(container.host(), Set.of()).contains(container.name());
    }

    private SortedSet<String> localNames(ContainerSpec container) {
        return container.links().isEmpty()
                ? Collections.emptySortedSet()
                : Kinds.sorted(container.links().stream()
                        .filter(link -> isLocal(container, link))
                        .filter(link -> !link.alias().equals(link.target()))
                        .map(link -> link.target() + ":" + link.alias())
                        .toList());
    }

    private boolean isLocal(ContainerSpec container, Link link) {
        return present.getOrDefault(container.host(), Set.of()).contains(link.target());
    }

    private static boolean isPresent(ContainerSpec container) {
        return container.state() != State.ABSENT;
    }

    /** Names of containers on other hosts, with those hosts' addresses. */
    SortedMap<String, String> remoteHosts(ContainerSpec container) {
        SortedMap<String, String> hosts = new TreeMap<>();
        for (Link link : container.links()) {
            if (!isLocal(container, link)) {
                hosts.put(link.alias(), IpAddress.normal(address(target(container, link))));
            }
        }
        return hosts;
    }

    /** {@code CACHE_HOST}, {@code CACHE_PORT} and {@code CACHE_PORT_6379} for a link to another host. */
    SortedMap<String, String> remoteVariables(ContainerSpec container) {
        SortedMap<String, String> variables = new TreeMap<>();
        for (Link link : container.links()) {
            if (!isLocal(container, link)) {
                describe(link, target(container, link), variables);
            }
        }
        return variables;
    }

    private void describe(Link link, ContainerSpec target, Map<String, String> variables) {
        String prefix = link.alias().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
        variables.put(prefix + "_HOST", address(target));
        List<PublishedPort> ports = target.published().stream()
                .filter(port -> port.port().protocol().equals("tcp") && port.hostPort() != 0)
                .toList();
        for (PublishedPort port : ports) {
            variables.put(prefix + "_PORT_" + port.port().number(), String.valueOf(port.hostPort()));
        }
        variables.put(prefix + "_PORT", String.valueOf(ports.getFirst().hostPort()));
    }

    /** Where several hosts have the target, their users are spread over them. */
    private ContainerSpec target(ContainerSpec container, Link link) {
        List<ContainerSpec> targets = targets(link).toList();
        int turn = turns.computeIfAbsent(container.name(), this::turns).get(container.host());
        return targets.get(turn % targets.size());
    }

    /** The hosts of a container, counted from 0 on. */
    private Map<String, Integer> turns(String name) {
        Map<String, Integer> turns = new HashMap<>();
        byName.get(name).forEach(container -> turns.putIfAbsent(container.host(), turns.size()));
        return turns;
    }

    /** The hosts that links of containers of these hosts lead to: their addresses have to be known. */
    public Set<String> hostsLinkedFrom(Collection<String> hosts) {
        return site.containers().stream()
                .filter(container -> hosts.contains(container.host()))
                .flatMap(this::remote)
                .map(ContainerSpec::host)
                .collect(Collectors.toSet());
    }

    /** The links to hosts whose addresses are not known. */
    List<LostLink> lost(ContainerSpec container) {
        return container.links().isEmpty()
                ? List.of()
                : remote(container)
                        .filter(target -> !addresses.containsKey(target.host()))
                        .map(target -> new LostLink(target.name(), target.host()))
                        .toList();
    }

    /** The containers on other hosts that it has links to. */
    private Stream<ContainerSpec> remote(ContainerSpec container) {
        return container.links().stream()
                .filter(link -> !isLocal(container, link))
                .map(link -> target(container, link));
    }

    private String address(ContainerSpec target) {
        String address = addresses.get(target.host());
        if (address == null) {
            throw new IllegalArgumentException("no address of host " + target.host());
        }
        return address;
    }
}
