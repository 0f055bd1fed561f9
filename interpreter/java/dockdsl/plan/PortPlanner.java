package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.PublishedPort;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Finds ports of one host that containers want and others have, before anything is done. */
record PortPlanner(HostPlanner host, Site site, HostSnapshot snapshot) {
    /** @param specs the containers of the host; what else is to happen to it is planned already */
    void plan(List<ContainerSpec> specs) {
        Set<String> declared = specs.stream().map(ContainerSpec::engineName).collect(Collectors.toSet());
        List<Holder> holders = snapshot.containersByName().stream()
                .filter(ObservedContainer::isUp)
                .filter(container -> !givesUp(container, declared))
                .map(container -> new Holder(container, container.hostPorts()))
                .filter(holder -> !holder.ports().isEmpty())
                .toList();
        for (ContainerSpec spec : specs) {
            if (spec.state().isRunning()) {
                spec.published().stream()
                        .filter(port -> port.hostPort() != 0)
                        .forEach(port -> check(spec, port, holders));
            }
        }
    }

    /** @param ports of the host that the container has */
    private record Holder(ObservedContainer container, SortedSet<PublishedPort> ports) {}

    /** Whether a port that it has may be wanted: no two containers of the site want the same one. */
    private boolean givesUp(ObservedContainer container, Set<String> declared) {
        return host.removes(container.name())
                || declared.contains(EngineNames.base(container.name()))
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
