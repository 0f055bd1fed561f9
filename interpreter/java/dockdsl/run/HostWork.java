package dockdsl.run;

import dockdsl.host.AlreadyThere;
import dockdsl.plan.Action;
import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.plan.Step;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The part of a plan that concerns one host. */
final class HostWork {
    /** What one engine is asked to do at a time; more would only wait in the engine. */
    static final int AT_A_TIME = 4;

    private static final int LAST_LINES = 10;
    private static final String TOGETHER = " is not as declared, and the two change together or not at all";
    private static final Consumer<String> NOBODY = text -> {};

    private final StepRunner runner;
    private final Places places;
    private final Tally tally;
    /** The steps of each change that were taken, the last one half perhaps. */
    private final Map<Change, List<Step>> taken = new ConcurrentHashMap<>();

    private final Set<Change> broken = ConcurrentHashMap.newKeySet();
    private volatile Bonds bonds = new Bonds(List.of());
    private volatile String whyNot = "";

    HostWork(StepRunner runner, Places places, Tally tally) {
        this.runner = runner;
        this.places = places;
        this.tally = tally;
    }

    String name() {
        return runner.host().name();
    }

    /** Prepares everything, or takes it all back: a host on which something essential cannot be prepared is not switched. */
    void prepare(List<Change> changes) {
        bonds = new Bonds(changes);
        for (Resource.Kind kind : Resource.Kind.values()) {
            List<Change> group = changes.stream()
                    .filter(change -> change.resource().kind() == kind)
                    .filter(change -> !change.prepare().isEmpty())
                    .toList();
            Parallel.atMost(AT_A_TIME).each(group, this::prepare);
        }
        if (!whyNot.isEmpty()) {
            List.copyOf(taken.keySet()).forEach(this::undo);
        }
    }

    private void prepare(Change change) {
        if (!whyNot.isEmpty() || !tally.halt().isEmpty()) {
            return;
        }
        tally.tell(new Event.Started(change, true));
        Stopwatch watch = Stopwatch.started();
        try {
            take(change, change.prepare());
            if (!change.disturbs()) {
                taken.remove(change);
                tally.done(change, watch.time());
            }
        } catch (DockdslException e) {
            broken.add(change);
            if (change.essential()) {
                whyNot = change.resource() + " could not be prepared";
            }
            tally.broke(change, e, undo(change).isEmpty(), List.of());
        }
    }

    /** Whether what it takes beforehand went well. */
    boolean isReadyFor(Change change) {
        return whyNot.isEmpty() && !broken.contains(change);
    }

    /** @return whether it went well; what it takes to undo it is kept until it is finished */
    boolean switchOver(Change change) {
        if (broken.contains(change)) {
            return false;
        }
        String obstacle = obstacle(change);
        if (!obstacle.isEmpty()) {
            skip(change, obstacle);
            return false;
        }
        if (!change.disturbs()) {
            return true;
        }
        tally.tell(new Event.Started(change, false));
        Stopwatch watch = Stopwatch.started();
        try {
            take(change, change.switching());
            tally.done(change, watch.time());
            return true;
        } catch (DockdslException e) {
            List<String> lastLines = runner.lastLines(startedBy(change), LAST_LINES);
            tally.broke(change, e, undo(change).isEmpty(), lastLines);
            return false;
        }
    }

    private String obstacle(Change change) {
        return Stream.of(
                        whyNot,
                        tally.halt(),
                        without(bonds.laterOf(change).stream().filter(tally::isLost)),
                        without(bonds.earlierOf(change).stream().filter(earlier -> !tally.isDone(earlier))))
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String without(Stream<Change> missing) {
        return missing.map(other -> other.resource().name() + TOGETHER)
                .findFirst()
                .orElse("");
    }

    /** The container whose last words may tell why: the one that was started last, under the name it had then. */
    private String startedBy(Change change) {
        return taken.getOrDefault(change, List.of()).reversed().stream()
                .map(Step::action)
                .filter(Action.StartContainer.class::isInstance)
                .map(start -> ((Action.StartContainer) start).name())
                .findFirst()
                .orElse(change.resource().name());
    }

    /** The change holds; what cannot be taken back is done now, or when what it is bound to holds too. */
    void finish(Change change) {
        bonds.settled(change).forEach(this::doForGood);
    }

    private void doForGood(Change change) {
        taken.remove(change);
        try {
            for (Step step : change.finish()) {
                runner.run(step.action(), NOBODY, NOBODY);
            }
        } catch (DockdslException e) {
            tally.broke(change, e, false, List.of());
        }
    }

    /** Leaves out what was not begun, and takes its preparation back. */
    void skip(Change change, String why) {
        if (change.disturbs() && !broken.contains(change)) {
            undo(change);
            tally.skipped(change, why);
        }
    }

    /** Takes back what others that failed need as it was: they run again then. */
    void takeBackTheBound() {
        if (!tally.isOut(name())) {
            bonds.waiting().stream().filter(tally::isDone).forEach(this::takeBackIfBound);
        }
    }

    private void takeBackIfBound(Change change) {
        String why = without(bonds.laterOf(change).stream().filter(tally::isLost));
        if (!why.isEmpty()) {
            if (change.essential()) {
                tally.failed(change.container(), change.container() + " was taken back on " + name());
            }
            takeBack(change, why);
        }
    }

    /** Takes back what went well, since something that it hangs together with did not. Nothing to do where that happened before. */
    void takeBack(Change change, String why) {
        if (!tally.isDone(change)) {
            return;
        }
        undo(change)
                .ifPresentOrElse(
                        failure -> tally.broke(change, notTakenBack(change, why, failure), false, List.of()),
                        () -> tally.takenBack(change, why));
    }

    private DockdslException notTakenBack(Change change, String why, DockdslException failure) {
        return failure instanceof HostUnreachable
                ? failure
                : new HostFailed(
                        name(),
                        "it could not be taken back after " + why + ": " + failure.getMessage(),
                        "See what is there with `docker ps -a`: a container called "
                                + change.resource().name()
                                + ".dockdsl-old is what ran before.",
                        failure);
    }

    /** The step that fails counts as taken, since half of it may have happened; unless what it was to make is there as somebody else's. */
    private void take(Change change, List<Step> steps) {
        List<Step> soFar = taken.computeIfAbsent(change, first -> new ArrayList<>());
        for (Step step : steps) {
            soFar.add(step);
            try {
                take(change, step.action());
            } catch (AlreadyThere notOurs) {
                soFar.set(soFar.size() - 1, Step.of(step.action()));
                throw notOurs;
            }
        }
    }

    private void take(Change change, Action action) {
        switch (action) {
            case Action.AwaitWell _, Action.AwaitCheck _, Action.Drain _ ->
                places.resting(name(), () -> run(change, action));
            default -> run(change, action);
        }
    }

    private void run(Change change, Action action) {
        runner.run(
                action,
                text -> tally.tell(new Event.Progress(change, text)),
                warning -> tally.tell(new Event.Cautioned(change, warning)));
    }

    /** Takes steps back, the last one first; each as far as it goes. @return what did not go */
    private Optional<DockdslException> undo(Change change) {
        List<Step> steps =
                Optional.ofNullable(taken.remove(change)).orElse(List.of()).reversed();
        Optional<DockdslException> failure = Optional.empty();
        for (Step step : steps) {
            for (Action action : step.undo()) {
                Optional<DockdslException> now = undo(action, step == steps.getFirst() && !tally.isDone(change));
                failure = failure.or(() -> now);
            }
        }
        return failure;
    }

    private Optional<DockdslException> undo(Action action, boolean mayNotHaveHappened) {
        try {
            runner.run(action, NOBODY, NOBODY);
            return Optional.empty();
        } catch (HostUnreachable e) {
            return Optional.of(e);
        } catch (DockdslException e) {
            return mayNotHaveHappened ? Optional.empty() : Optional.of(e);
        }
    }
}
