package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Finds ports of one host that containers want and others have, before anything is done. */
record PortPlanner(HostPlanner host, Site site, HostSnapshot snapshot) {
    private static final Set<State> LEFT_AS_THEY_ARE = Set.of(State.PRESENT, State.STARTED);

    /** @param specs the containers of the host; what else is to happen to it is planned already */
    void plan(List<ContainerSpec> specs) {
        List<ContainerSpec> takers = specs.stream()
                .filter(spec -> spec.state().isRunning() && host.changes(spec.engineName()))
                .toList();
        List<Holder> holders = takers.isEmpty() ? List.of() : holders(specs);
        for (ContainerSpec spec : takers) {
            spec.published().stream().filter(port -> port.hostPort() != 0).forEach(port -> check(spec, port, holders));
        }
    }

    /** @param ports of the host that the container has */
    private record Holder(ObservedContainer container, SortedSet<PublishedPort> ports) {}

    private List<Holder> holders(List<ContainerSpec> specs) {
        Set<String> changed = specs.stream()
                .filter(spec -> !LEFT_AS_THEY_ARE.contains(spec.state()))
                .map(ContainerSpec::engineName)
                .collect(Collectors.toSet());
        return snapshot.containers().stream()
                .filter(ObservedContainer::isUp)
                .filter(container -> !givesUp(container, changed))
                .map(container -> new Holder(container, container.hostPorts()))
                .filter(holder -> !holder.ports().isEmpty())
                .toList();
    }

    /**
     * Whether a port that it has may be wanted: no two containers of the site want the same one.
     *
     * @param changed names of containers that become as declared
     */
    private boolean givesUp(ObservedContainer container, Set<String> changed) {
        return host.removes(container.name())
                || changed.contains(EngineNames.base(container.name()))
                        && Ownership.isOurs(site, snapshot.host(), container);
    }

    private void check(ContainerSpec spec, PublishedPort port, List<Holder> holders) {
        holders.stream()
                .filter(holder -> holder.ports().stream().anyMatch(port::clashesWith))
                .map(Holder::container)
                .filter(other -> !EngineNames.base(other.name()).equals(spec.engineName()))
                .findFirst()
                .ifPresent(holder -> refuse(spec, port, holder));
    }

    private void refuse(ContainerSpec spec, PublishedPort port, ObservedContainer holder) {
        Resource resource = new Resource(Kind.CONTAINER, spec.engineName());
        String number = port.hostPort() + "/" + port.port().protocol();
        if (holder.belongsTo(site.name())) {
            host.refuse(
                    resource,
                    "port " + number + " is taken by the container " + holder.name() + " of this site, which keeps it",
                    "If the site no longer declares " + holder.name()
                            + ", run again with --prune, which removes it first. Else let both become as declared in one run,"
                            + " or publish another port.");
        } else {
            host.refuse(
                    resource,
                    "port " + number + " is taken by the container " + holder.name() + ", which belongs to "
                            + Owner.of(holder.labels()),
                    "Publish another port, or stop that one: docker stop " + holder.name() + ".");
        }
    }
}
