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

/** Finds ports of one host that containers want and others have, before anything is done. */
record PortPlanner(HostPlanner host, Site site, HostSnapshot snapshot) {
    private static final Set<State> RUNNING = Set.of(State.RELOADED, State.STARTED, State.RESTARTED);

    /** @param specs the containers of the host; what else is to happen to it is planned already */
    void plan(List<ContainerSpec> specs) {
        List<Holder> holders = snapshot.containersByName().stream()
                .filter(ObservedContainer::isUp)
                .map(container -> new Holder(container, container.hostPorts()))
                .filter(holder -> !holder.ports().isEmpty())
                .toList();
        for (ContainerSpec spec : specs) {
            if (RUNNING.contains(spec.state())) {
                spec.published().stream()
                        .filter(port -> port.hostPort() != 0)
                        .forEach(port -> check(spec, port, specs, holders));
            }
        }
    }

    /** @param ports of the host that the container has */
    private record Holder(ObservedContainer container, SortedSet<PublishedPort> ports) {}

    private void check(ContainerSpec spec, PublishedPort port, List<ContainerSpec> specs, List<Holder> holders) {
        holders.stream()
                .filter(holder -> holder.ports().stream().anyMatch(port::clashesWith))
                .map(Holder::container)
                .filter(other -> !EngineNames.base(other.name()).equals(spec.engineName()))
                .filter(other -> !isDeclared(other, specs) && !host.removes(other.name()))
                .findFirst()
                .ifPresent(holder -> refuse(spec, port, holder));
    }

    /** No two containers of the site want one port, so this one is about to give it up. */
    private boolean isDeclared(ObservedContainer other, List<ContainerSpec> specs) {
        return Ownership.isOurs(site, snapshot.host(), other)
                && specs.stream().anyMatch(spec -> spec.engineName().equals(EngineNames.base(other.name())));
    }

    private void refuse(ContainerSpec spec, PublishedPort port, ObservedContainer holder) {
        Resource resource = new Resource(Kind.CONTAINER, spec.engineName());
        String number = port.hostPort() + "/" + port.port().protocol();
        if (holder.belongsTo(site.name())) {
            host.refuse(
                    resource,
                    "port " + number + " is taken by the container " + holder.name()
                            + ", which the site no longer declares",
                    "If " + spec.engineName() + " takes its place, run again with --prune: that removes "
                            + holder.name() + " first. Else publish another port.");
        } else {
            host.refuse(
                    resource,
                    "port " + number + " is taken by the container " + holder.name() + ", which belongs to "
                            + Owner.of(holder.labels()),
                    "Publish another port, or stop that one: docker stop " + holder.name() + ".");
        }
    }
}
