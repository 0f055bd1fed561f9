package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Ports of hosts that go from one container of the site to another.
 *
 * <p>The one that gives comes first; where it cannot, since both give something to each other or the site wants another order, the one
 * that takes stops it before it starts itself.
 */
final class PortHandovers {
    private static final Set<State> FREELY_CHANGED = Set.of(State.RELOADED, State.RESTARTED);

    private final List<Handover> all;

    private PortHandovers(List<Handover> all) {
        this.all = List.copyOf(all);
    }

    /** @param holder the giver, as it is now */
    private record Handover(ContainerSpec taker, ContainerSpec giver, ObservedContainer holder) {}

    /** @param parts of the site, by host */
    static PortHandovers of(Map<String, Site> parts, List<HostSnapshot> snapshots) {
        List<Handover> found = new ArrayList<>();
        for (HostSnapshot snapshot : snapshots) {
            Site site = parts.get(snapshot.host());
            List<ContainerSpec> specs = site.on(snapshot.host()).stream()
                    .filter(spec -> FREELY_CHANGED.contains(spec.state()))
                    .toList();
            for (ContainerSpec giver : specs) {
                snapshot.container(giver.engineName())
                        .filter(holder -> holder.isUp() && Ownership.isOurs(site, snapshot.host(), holder))
                        .ifPresent(holder -> handOver(giver, holder, specs, found));
            }
        }
        return new PortHandovers(found);
    }

    private static void handOver(
            ContainerSpec giver, ObservedContainer holder, List<ContainerSpec> specs, List<Handover> found) {
        List<PublishedPort> given = holder.hostPorts().stream()
                .filter(port -> giver.published().stream().noneMatch(port::clashesWith))
                .toList();
        if (!given.isEmpty()) {
            specs.stream()
                    .filter(taker -> taker != giver && takes(taker, given))
                    .forEach(taker -> found.add(new Handover(taker, giver, holder)));
        }
    }

    private static boolean takes(ContainerSpec taker, List<PublishedPort> given) {
        return taker.published().stream()
                .filter(port -> port.hostPort() != 0)
                .anyMatch(port -> given.stream().anyMatch(port::clashesWith));
    }

    /** Which containers give something to which, by the name of the one that takes. */
    Map<String, Set<String>> givers() {
        Map<String, Set<String>> givers = new LinkedHashMap<>();
        all.stream()
                .filter(handover ->
                        !handover.taker().name().equals(handover.giver().name()))
                .forEach(handover -> givers.computeIfAbsent(handover.taker().name(), taker -> new LinkedHashSet<>())
                        .add(handover.giver().name()));
        return givers;
    }

    /** The containers that this one has to stop, since their turn comes only after its own. */
    List<Step> stops(ContainerSpec taker, Waves waves, String site) {
        List<Step> stops = new ArrayList<>();
        for (Handover handover : all) {
            if (handover.taker() == taker && isFirst(handover, waves)) {
                ObservedContainer holder = handover.holder();
                stops.addAll(ContainerSteps.farewell(site, handover.giver(), holder, holder.name()));
                stops.addAll(ContainerSteps.stop(holder));
            }
        }
        return stops;
    }

    /** Whether another container will have stopped this one before its turn comes. */
    boolean isStoppedBefore(ContainerSpec giver, Waves waves) {
        return all.stream().anyMatch(handover -> handover.giver() == giver && isFirst(handover, waves));
    }

    /** Whether the one that takes has its turn before the one that gives. */
    private static boolean isFirst(Handover handover, Waves waves) {
        int taker = waves.of(handover.taker().name());
        int giver = waves.of(handover.giver().name());
        return taker < giver
                || taker == giver
                        && handover.taker().name().equals(handover.giver().name())
                        && handover.taker().instance() < handover.giver().instance();
    }
}
