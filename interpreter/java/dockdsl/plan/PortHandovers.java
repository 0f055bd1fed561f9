package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Ports of hosts that go from one container of the site to another.
 *
 * <p>The one that gives comes first; where it cannot, since both give something to each other or the site wants another order, the one
 * that takes stops it before it starts itself.
 */
final class PortHandovers {
    private static final Set<State> FREELY_CHANGED = Set.of(State.RELOADED, State.RESTARTED);
    private static final Set<State> TO_STOP = Set.of(State.STOPPED, State.ABSENT);

    private final List<Handover> all;

    private PortHandovers(List<Handover> all) {
        this.all = List.copyOf(all);
    }

    /** @param holder the giver, as it is now */
    private record Handover(ContainerSpec taker, ContainerSpec giver, ObservedContainer holder) {}

    /** @param parts of the site, by host */
    static PortHandovers of(Map<String, Site> parts, List<HostSnapshot> snapshots) {
        return new PortHandovers(SideBySide.of(snapshots)
                .map(snapshot -> on(snapshot, parts.get(snapshot.host())))
                .flatMap(List::stream)
                .toList());
    }

    private static List<Handover> on(HostSnapshot snapshot, Site site) {
        List<Handover> found = new ArrayList<>();
        List<ContainerSpec> specs = site.on(snapshot.host());
        List<ContainerSpec> takers = specs.stream()
                .filter(spec -> FREELY_CHANGED.contains(spec.state()))
                .toList();
        for (ContainerSpec giver : specs) {
            if (FREELY_CHANGED.contains(giver.state()) || TO_STOP.contains(giver.state())) {
                holder(giver, snapshot)
                        .filter(holder -> Ownership.isOurs(site, snapshot.host(), holder))
                        .ifPresent(holder -> handOver(giver, holder, takers, found));
            }
        }
        return found;
    }

    /** Who has the ports when containers begin to change: one that comes back after a run that was cut off takes them again. */
    private static Optional<ObservedContainer> holder(ContainerSpec giver, HostSnapshot snapshot) {
        Predecessors predecessors = new Predecessors(snapshot);
        return predecessors
                .returning(giver)
                .filter(old -> predecessors.runsAgain(old, giver))
                .map(old -> old.as(giver.engineName(), "running"))
                .or(() -> snapshot.container(giver.engineName()).filter(ObservedContainer::isUp));
    }

    private static void handOver(
            ContainerSpec giver, ObservedContainer holder, List<ContainerSpec> takers, List<Handover> found) {
        List<PublishedPort> given = Stream.concat(holder.hostPorts().stream(), holder.portsToTake().stream())
                .filter(port -> TO_STOP.contains(giver.state())
                        || giver.published().stream().noneMatch(port::clashesWith))
                .toList();
        if (!given.isEmpty()) {
            takers.stream()
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
        for (Handover handover : stopped(taker, waves)) {
            ObservedContainer holder = handover.holder();
            stops.addAll(ContainerSteps.farewell(site, handover.giver(), holder, holder.name()));
            stops.addAll(ContainerSteps.stop(holder));
        }
        return stops;
    }

    private List<Handover> stopped(ContainerSpec taker, Waves waves) {
        return all.stream()
                .filter(handover -> handover.taker() == taker && isFirst(handover, waves))
                .toList();
    }

    /** What people should know of it before, as the end of a sentence; empty for nothing. */
    String told(ContainerSpec spec, Waves waves) {
        Set<String> stopped = new LinkedHashSet<>();
        stopped(spec, waves).forEach(handover -> stopped.add(handover.giver().engineName()));
        return stopped.isEmpty() ? "" : "; stops " + String.join(" and ", stopped) + " for its port";
    }

    /** Whether another container will have stopped this one before its turn comes. */
    boolean isStoppedBefore(ContainerSpec giver, Waves waves) {
        return all.stream().anyMatch(handover -> handover.giver() == giver && isFirst(handover, waves));
    }

    /**
     * The containers that this one stopped, or that can have their ports again only when it gives up its own: where the change of one of
     * them fails, this one has to go back too.
     */
    Set<String> boundTo(ContainerSpec spec, Waves waves) {
        Set<String> names = new LinkedHashSet<>();
        for (Handover handover : all) {
            if (handover.taker().host().equals(spec.host())
                    && isFirst(handover, waves)
                    && inTheWayOf(handover, waves).contains(spec)) {
                names.add(handover.giver().engineName());
            }
        }
        return names;
    }

    /** Who must go back so that the one that was stopped can have its port again: who took it, who took a port of that one, and so on. */
    private Set<ContainerSpec> inTheWayOf(Handover stopped, Waves waves) {
        Set<ContainerSpec> inTheWay = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<ContainerSpec> open = new ArrayDeque<>(List.of(stopped.taker()));
        while (!open.isEmpty()) {
            ContainerSpec next = open.pop();
            if (next != stopped.giver() && !isBefore(stopped.giver(), next, waves) && inTheWay.add(next)) {
                all.stream()
                        .filter(handover -> handover.giver() == next)
                        .map(Handover::taker)
                        .forEach(open::push);
            }
        }
        return inTheWay;
    }

    /** Whether the one that takes has its turn before the one that gives. */
    private static boolean isFirst(Handover handover, Waves waves) {
        return isBefore(handover.taker(), handover.giver(), waves);
    }

    private static boolean isBefore(ContainerSpec one, ContainerSpec other, Waves waves) {
        int first = waves.of(one.name());
        int second = waves.of(other.name());
        return first < second
                || first == second && one.name().equals(other.name()) && one.instance() < other.instance();
    }
}
