package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedImage;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RenameContainer;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.plan.Action.UpdateContainer;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must happen to one container of one host. */
record ContainerPlanner(HostPlanner host, Site site, HostSnapshot snapshot, Waves waves) {

    void plan(ContainerSpec spec, Optional<WantedContainer> wanted) {
        Optional<ObservedContainer> seen = snapshot.container(spec.engineName());
        Optional<ObservedContainer> outgoing = snapshot.container(EngineNames.outgoing(spec.engineName()));
        if (seen.isPresent() && !seen.get().belongsTo(site.name())) {
            refuseNeighbour(spec, seen.get());
        } else if (spec.state() == State.ABSENT) {
            Stream.concat(seen.stream(), outgoing.stream()).forEach(container -> remove(spec, container));
            if (seen.isEmpty()) {
                host.keep(resource(spec), "is not there, as declared");
            }
        } else if (outgoing.isPresent() && seen.filter(ContainerPlanner::isWell).isEmpty()) {
            bringBack(wanted.orElseThrow(), seen, outgoing.get());
        } else if (seen.isEmpty()) {
            create(wanted.orElseThrow());
        } else {
            converge(wanted.orElseThrow(), seen.get(), outgoing);
        }
    }

    private static boolean isWell(ObservedContainer container) {
        return container.isRunning() && container.health().matches("|healthy");
    }

    private void refuseNeighbour(ContainerSpec spec, ObservedContainer seen) {
        host.refuse(
                resource(spec),
                "a container named " + spec.engineName() + " is there already and belongs to "
                        + Groundwork.owner(seen.site()),
                "Give yours another name, or remove the other one: docker rm -f " + spec.engineName());
    }

    private void remove(ContainerSpec spec, ObservedContainer seen) {
        add(spec, Verb.REMOVE, "it shall be absent", List.of(), List.of(), ContainerSteps.remove(seen));
    }

    private void create(WantedContainer wanted) {
        boolean start = shallRun(wanted.spec());
        add(
                wanted.spec(),
                Verb.CREATE,
                "it is not there",
                List.of(),
                ContainerSteps.create(wanted),
                start ? ContainerSteps.start(wanted) : List.of());
    }

    private static boolean shallRun(ContainerSpec spec) {
        return switch (spec.state()) {
            case RELOADED, STARTED, RESTARTED -> true;
            case PRESENT, STOPPED, ABSENT -> false;
        };
    }

    /** A run was cut off while one took the other's place: the old one is brought back and then treated as ever. */
    private void bringBack(WantedContainer wanted, Optional<ObservedContainer> seen, ObservedContainer outgoing) {
        List<Step> prepare = new ArrayList<>();
        seen.ifPresent(unfinished -> prepare.add(Step.of(new RemoveContainer(unfinished.name(), false))));
        prepare.add(Step.of(new RenameContainer(outgoing.name(), wanted.name())));
        boolean start = shallRun(wanted.spec());
        if (start) {
            prepare.add(Step.of(new StartContainer(wanted.name())));
        }
        Draft draft = draft(wanted, outgoing.as(wanted.name(), start ? "running" : outgoing.status()));
        prepare.addAll(draft.prepare);
        add(
                wanted.spec(),
                draft.isNothing() ? Verb.START : draft.verb,
                "an interrupted run left it as " + outgoing.name(),
                draft.differences,
                prepare,
                draft.switching);
    }

    private void converge(WantedContainer wanted, ObservedContainer seen, Optional<ObservedContainer> outgoing) {
        Draft draft = draft(wanted, seen);
        if (outgoing.isEmpty() && draft.isNothing()) {
            host.keep(resource(wanted.spec()), draft.reason);
            return;
        }
        List<Step> switching = new ArrayList<>();
        outgoing.ifPresent(old -> switching.add(Step.of(new RemoveContainer(old.name(), false))));
        switching.addAll(draft.switching);
        String reason = draft.isNothing() ? "an interrupted run left its predecessor" : draft.reason;
        add(wanted.spec(), draft.verb, reason, draft.differences, draft.prepare, switching);
    }

    private record Draft(
            Verb verb, String reason, List<Difference> differences, List<Step> prepare, List<Step> switching) {
        boolean isNothing() {
            return prepare.isEmpty() && switching.isEmpty();
        }
    }

    private Draft draft(WantedContainer wanted, ObservedContainer seen) {
        return switch (wanted.spec().state()) {
            case PRESENT -> nothing("is there");
            case STARTED -> seen.isRunning() ? nothing("runs") : started(wanted, seen);
            case STOPPED -> stopped(wanted, seen);
            case RELOADED -> reloaded(wanted, seen);
            case RESTARTED -> restarted(wanted, seen);
            case ABSENT -> throw new IllegalArgumentException("an absent container is removed: " + wanted.name());
        };
    }

    private static Draft nothing(String why) {
        return new Draft(Verb.UPDATE, why, List.of(), List.of(), List.of());
    }

    private static Draft started(WantedContainer wanted, ObservedContainer seen) {
        return new Draft(Verb.START, "it is " + seen.status(), List.of(), List.of(), ContainerSteps.start(wanted));
    }

    private Draft stopped(WantedContainer wanted, ObservedContainer seen) {
        Draft draft = withoutDifferences(wanted, seen, false);
        if (!seen.isRunning() || draft.verb == Verb.REPLACE) {
            return draft.isNothing() ? nothing("is stopped, as declared") : draft;
        }
        List<Step> switching = new ArrayList<>(draft.switching);
        switching.add(Step.of(new StopContainer(wanted.name(), ContainerSteps.patience(seen))));
        return new Draft(Verb.STOP, "it is " + seen.status(), draft.differences, draft.prepare, switching);
    }

    private Draft reloaded(WantedContainer wanted, ObservedContainer seen) {
        Draft draft = withoutDifferences(wanted, seen, true);
        if (draft.verb == Verb.REPLACE || seen.isRunning()) {
            return draft.isNothing() ? nothing("runs exactly as declared") : draft;
        }
        List<Step> switching = new ArrayList<>(draft.switching);
        boolean paused = seen.status().equals("paused");
        switching.addAll(paused ? ContainerSteps.restart(wanted, seen) : ContainerSteps.start(wanted));
        return new Draft(
                paused ? Verb.RESTART : Verb.START,
                "it is " + seen.status(),
                draft.differences,
                draft.prepare,
                switching);
    }

    private Draft restarted(WantedContainer wanted, ObservedContainer seen) {
        Draft draft = reloaded(wanted, seen);
        return draft.verb == Verb.UPDATE
                ? new Draft(
                        Verb.RESTART,
                        "every apply restarts it",
                        draft.differences,
                        draft.prepare,
                        Stream.concat(draft.switching.stream(), ContainerSteps.restart(wanted, seen).stream())
                                .toList())
                : draft;
    }

    /** @param start whether a replacement is started */
    private Draft withoutDifferences(WantedContainer wanted, ObservedContainer seen, boolean start) {
        List<Difference> image = imageDifference(wanted.spec(), seen);
        Comparison comparison = Comparison.of(wanted, seen, imageOf(seen));
        List<Difference> all =
                Stream.concat(image.stream(), comparison.all().stream()).toList();
        if (all.isEmpty()) {
            return nothing("runs exactly as declared");
        }
        String reason = all.size() == 1 ? "1 setting differs" : all.size() + " settings differ";
        boolean broken = seen.status().equals("dead") || seen.status().equals("removing");
        if (!image.isEmpty() || !comparison.recreate().isEmpty() || broken) {
            boolean leftover =
                    snapshot.container(EngineNames.incoming(wanted.name())).isPresent();
            Replacement replacement = new Replacement(wanted, seen, leftover);
            return new Draft(Verb.REPLACE, reason, all, replacement.prepare(), replacement.switching(start));
        }
        List<Step> steps = new ArrayList<>();
        if (!comparison.inPlace().isEmpty()) {
            steps.add(Step.of(
                    new UpdateContainer(wanted.name(), comparison.update()),
                    new UpdateContainer(wanted.name(), comparison.undo())));
        }
        steps.addAll(ContainerSteps.moveNetworks(wanted, seen));
        return new Draft(Verb.UPDATE, reason, all, List.of(), steps);
    }

    private Tree imageOf(ObservedContainer seen) {
        return snapshot.image(seen.imageId()).map(ObservedImage::config).orElse(Tree.EMPTY);
    }

    private List<Difference> imageDifference(ContainerSpec spec, ObservedContainer seen) {
        ImageRef wanted = spec.image().orElseThrow();
        Optional<ObservedImage> image = snapshot.image(wanted);
        boolean sameName = ImageNames.isSame(seen, wanted);
        boolean willChange = host.changes.stream()
                .anyMatch(change -> change.resource().equals(new Resource(Kind.IMAGE, wanted.toString())));
        boolean sameImage =
                !willChange && image.map(one -> one.id().equals(seen.imageId())).orElse(sameName);
        if (sameName && sameImage) {
            return List.of();
        }
        String before = sameName ? seen.imageName() + " (" + shortId(seen.imageId()) + ")" : seen.imageName();
        String after = sameName
                ? wanted + " ("
                        + (willChange ? "new" : shortId(image.orElseThrow().id())) + ")"
                : wanted.toString();
        return List.of(new Difference("image", Optional.of(before), Optional.of(after)));
    }

    private static String shortId(String id) {
        String digits = id.substring(id.indexOf(':') + 1);
        return digits.substring(0, Math.min(12, digits.length()));
    }

    private static Resource resource(ContainerSpec spec) {
        return new Resource(Kind.CONTAINER, spec.engineName());
    }

    private void add(
            ContainerSpec spec,
            Verb verb,
            String reason,
            List<Difference> differences,
            List<Step> prepare,
            List<Step> switching) {
        host.change(
                resource(spec),
                spec.name(),
                verb,
                reason,
                differences,
                Optional.of(spec.where()),
                waves.of(spec.name()),
                waves.needs(spec.name()),
                prepare,
                switching);
    }
}
