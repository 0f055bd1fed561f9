package dockdsl.cli;

import dockdsl.adhoc.Chosen;
import dockdsl.adhoc.Place;
import dockdsl.adhoc.Post;
import dockdsl.adhoc.Workshops;
import dockdsl.host.ContainerOrder;
import dockdsl.host.Operations;
import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.model.Host;
import dockdsl.observed.ObservedContainer;
import dockdsl.run.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A chosen container that is there. */
record Member(Host host, ObservedContainer container, Operations operations) {

    /** In the order of the inventory and of their names; those that are about to be replaced or to replace are left out. */
    static List<Member> all(Workshops workshops, Chosen chosen) {
        Map<String, List<Member>> found = new ConcurrentHashMap<>();
        Parallel.unbounded().each(chosen.hosts(), host -> found.put(host.name(), on(host, workshops.on(host), chosen)));
        List<Member> members = new ArrayList<>();
        chosen.hosts().forEach(host -> members.addAll(found.get(host.name())));
        return members;
    }

    static List<Member> running(Workshops workshops, Chosen chosen) {
        return all(workshops, chosen).stream()
                .filter(member -> member.container().isRunning())
                .toList();
    }

    private static List<Member> on(Host host, Operations operations, Chosen chosen) {
        return operations.containers(chosen.site()).stream()
                .filter(container -> chosen.has(host, container))
                .filter(container -> Chosen.place(host, container).container().equals(container.name()))
                .sorted(Comparator.comparing(ObservedContainer::name))
                .map(container -> new Member(host, container, operations))
                .toList();
    }

    Place place() {
        return Chosen.place(host, container);
    }

    /** As the user may type it to mean this one. */
    String spelled() {
        return container.name() + "@" + host.name();
    }

    Running start(ContainerOrder order, Optional<Terminal> terminal) {
        return operations.exec(container.id(), order, terminal);
    }

    Post post(ContainerOrder order) {
        return new Post(place(), () -> start(order, Optional.empty()));
    }
}
