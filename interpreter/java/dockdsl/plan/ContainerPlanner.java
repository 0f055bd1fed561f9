package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RenameContainer;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What must happen to one container of one host. */
record ContainerPlanner(
        HostPlanner host, Site site, HostSnapshot snapshot, Waves waves, PortHandovers ports, Convergence convergence) {

    void plan(ContainerSpec spec, Optional<WantedContainer> wanted) {
        Optional<ObservedContainer> seen = find(spec.engineName());
        Optional<ObservedContainer> outgoing = find(EngineNames.outgoing(spec.engineName()));
        boolean returns = new Predecessors(snapshot).returning(spec).isPresent();
        if (seen.isPresent() && !Ownership.isOurs(site, snapshot.host(), seen.get())) {
            refuseNeighbour(spec, seen.get());
        } else if (spec.state() == State.ABSENT) {
            remove(
                    spec,
                    Stream.concat(seen.map(container -> inItsTurn(spec, container)).stream(), outgoing.stream())
                            .toList());
        } else if (returns) {
            bringBack(wanted.orElseThrow(), seen, outgoing.get());
        } else if (seen.isEmpty()) {
            create(wanted.orElseThrow());
        } else {
            converge(wanted.orElseThrow(), seen.get(), outgoing);
        }
    }

    private Optional<ObservedContainer> find(String name) {
        return snapshot.container(name)
                .map(new Lent(snapshot)::named)
                .map(container -> isAdopted(container) ? Owner.withoutSigns(container) : container);
    }

    private boolean isAdopted(ObservedContainer container) {
        return Ownership.isAdopted(site, snapshot.host(), container);
    }

    private void refuseNeighbour(ContainerSpec spec, ObservedContainer seen) {
        String remedy = seen.site().isPresent()
                ? "Let that site give it up, or give yours another name: `prefix` gives one to all of a site's containers, "
                        + "such as prefix 'staging-' for an environment."
                : "Take it over with `adopt true` in the container's block, give yours another name, or remove the other one: docker rm -f "
                        + spec.engineName();
        host.refuse(
                resource(spec),
                "a container named " + spec.engineName() + " is there already and belongs to "
                        + Owner.of(seen.labels()),
                remedy);
    }

    private void remove(ContainerSpec spec, List<ObservedContainer> containers) {
        if (containers.isEmpty()) {
            host.keep(resource(spec), "is not there, as declared");
            return;
        }
        List<Step> stop = new ArrayList<>();
        List<Step> finish = new ArrayList<>();
        for (ObservedContainer container : containers) {
            stop.addAll(ContainerSteps.farewell(site.name(), spec, container, container.name()));
            stop.addAll(ContainerSteps.stop(container));
            finish.addAll(ContainerSteps.remove(container));
        }
        add(spec, new Draft(Verb.REMOVE, "it shall be absent", List.of(), List.of(), stop, finish));
    }

    private void create(WantedContainer wanted) {
        List<Step> start = wanted.spec().state().isRunning() ? ContainerSteps.start(wanted) : List.of();
        Draft draft = new Draft(
                Verb.CREATE,
                "it is not there",
                List.of(),
                ContainerSteps.create(wanted, new DeliverySteps(snapshot)),
                start);
        add(wanted.spec(), inTime(wanted, draft));
    }

    /** Engines refuse a fixed address that its network does not have yet. */
    private Draft inTime(WantedContainer wanted, Draft draft) {
        boolean isTooEarly = wanted.endpoints().entrySet().stream()
                .anyMatch(place -> place.getValue().isFixed() && host.renews(place.getKey()));
        return isTooEarly ? draft.inItsTurn() : draft;
    }

    /** A run was cut off while one took the other's place: the old one is brought back and then treated as ever. */
    private void bringBack(WantedContainer wanted, Optional<ObservedContainer> seen, ObservedContainer outgoing) {
        List<Step> prepare = new ArrayList<>();
        seen.ifPresent(unfinished -> prepare.add(Step.of(new RemoveContainer(unfinished.name(), false))));
        prepare.add(Step.of(new RenameContainer(outgoing.name(), wanted.name())));
        boolean start = new Predecessors(snapshot).runsAgain(outgoing, wanted.spec());
        if (start) {
            prepare.add(Step.of(new StartContainer(wanted.name())));
        }
        ObservedContainer back = outgoing.as(wanted.name(), start ? "running" : outgoing.status());
        Draft draft = inTime(wanted, convergence.of(wanted, inItsTurn(wanted.spec(), back)));
        host.tellUnkept(wanted.spec(), draft.unkept());
        prepare.addAll(draft.prepare());
        seen.ifPresent(unfinished -> prepare.addAll(DeliverySteps.dropVolumes(unfinished)));
        add(
                wanted.spec(),
                new Draft(
                        draft.isNothing() && start ? Verb.START : draft.verb(),
                        "an interrupted run left it as " + outgoing.name(),
                        draft.differences(),
                        prepare,
                        draft.switching(),
                        draft.finish()));
    }

    private void converge(WantedContainer wanted, ObservedContainer seen, Optional<ObservedContainer> outgoing) {
        Draft same = convergence.of(wanted, inItsTurn(wanted, seen));
        Draft draft = inTime(wanted, isAdopted(seen) ? same.because("adopted") : same);
        host.tellUnkept(wanted.spec(), draft.unkept());
        Optional<String> shared =
                draft.isReplacement() ? convergence.replacing(wanted, seen).unnamedVolumeInTheWay() : Optional.empty();
        if (shared.isPresent()) {
            refuseSideBySide(wanted.spec(), shared.get());
        } else if (isGoneWhenItStops(seen) && isToStop(wanted.spec(), draft)) {
            refuseToLose(seen);
        } else if (outgoing.isPresent()) {
            add(wanted.spec(), withoutPredecessor(wanted, seen, draft, outgoing.get()));
        } else if (draft.isNothing() && host.renamed(wanted.name()).isEmpty()) {
            host.keep(resource(wanted.spec()), draft.reason());
        } else {
            add(wanted.spec(), draft);
        }
    }

    /** What it is when its turn comes: others may have stopped it for its port, and networks may be other ones. */
    private ObservedContainer inItsTurn(WantedContainer wanted, ObservedContainer seen) {
        ObservedContainer moved = seen;
        for (Map.Entry<String, Endpoint> place : wanted.endpoints().entrySet()) {
            if (seen.endpoints().containsKey(place.getKey()) && host.renews(place.getKey())) {
                moved = moved.inNetwork(place.getKey(), place.getValue().body());
            }
        }
        return inItsTurn(wanted.spec(), moved);
    }

    private ObservedContainer inItsTurn(ContainerSpec spec, ObservedContainer seen) {
        return ports.isStoppedBefore(spec, waves) ? seen.as(seen.name(), "exited") : seen;
    }

    private static boolean isGoneWhenItStops(ObservedContainer seen) {
        return seen.isUp() && seen.inspected().flag("HostConfig.AutoRemove");
    }

    private static boolean isToStop(ContainerSpec spec, Draft draft) {
        return draft.isReplacement() || spec.state() == State.STOPPED;
    }

    private void refuseToLose(ObservedContainer seen) {
        host.refuse(
                new Resource(Kind.CONTAINER, seen.name()),
                "the container " + seen.name()
                        + " was started with --rm: its engine removes it as soon as it stops, so that it"
                        + " could not come back",
                "If you can do without it, stop it yourself (docker stop " + seen.name()
                        + ") and apply again; or start it once more without --rm.");
    }

    private void refuseSideBySide(ContainerSpec spec, String folder) {
        host.refuse(
                resource(spec),
                "the container " + spec.engineName() + " cannot start beside its predecessor: both would write to "
                        + folder + ", which is a volume without a name",
                "Write `order stopFirst`.");
    }

    /** A run was cut off when all was well already, or before that was proven and others have the ports of its predecessor by now. */
    private static Draft withoutPredecessor(
            WantedContainer wanted, ObservedContainer seen, Draft draft, ObservedContainer outgoing) {
        List<Step> removal = new ArrayList<>();
        removal.add(Step.of(new RemoveContainer(outgoing.name(), false)));
        removal.addAll(DeliverySteps.dropVolumes(outgoing));
        String left = "an interrupted run left its predecessor";
        if (!draft.isNothing()) {
            return draft.after(removal, "");
        } else if (Predecessors.isProven(wanted.spec(), seen)) {
            return new Draft(Verb.UPDATE, left, List.of(), List.of(), removal);
        }
        List<Step> proofs = ContainerSteps.proofs(wanted, wanted.name());
        return new Draft(Verb.UPDATE, left + " and did not prove it", List.of(), List.of(), proofs, removal);
    }

    private static Resource resource(ContainerSpec spec) {
        return new Resource(Kind.CONTAINER, spec.engineName());
    }

    private void add(ContainerSpec spec, Draft planned) {
        Draft inTime = spec.donors().isEmpty() ? planned : planned.inItsTurn();
        Housemates housemates = new Housemates(site, snapshot);
        Set<String> boundTo = new TreeSet<>(ports.boundTo(spec, waves));
        if (planned.isReplacement()) {
            boundTo.addAll(housemates.replacedWith(spec));
        }
        String told = ports.told(spec, waves)
                + (boundTo.isEmpty() ? "" : "; goes back when " + String.join(" or ", boundTo) + " fails");
        Draft draft = host.renamed(spec.engineName())
                .map(other -> inTime.calledAgain(spec.engineName(), other))
                .orElse(inTime)
                .after(ports.stops(spec, waves, site.name()), told);
        List<Step> switching = draft.switching().stream()
                .map(step -> comesBackWithAnother(step, spec) ? step.undoneByOthers() : step)
                .map(housemates::takingThemBack)
                .toList();
        host.add(new Change(
                snapshot.host(),
                resource(spec),
                spec.name(),
                draft.verb(),
                draft.reason(),
                draft.differences(),
                Optional.of(spec.where()),
                waves.of(spec.name()),
                waves.needs(spec.name()),
                draft.prepare(),
                switching,
                draft.finish(),
                spec.isEssential(),
                boundTo));
    }

    /** It cannot run before the one whose network it uses does, which starts it again. */
    private boolean comesBackWithAnother(Step step, ContainerSpec spec) {
        return step.action() instanceof StopContainer stop
                && EngineNames.base(stop.name()).equals(spec.engineName())
                && spec.housemates().stream().anyMatch(host::replaces);
    }
}
