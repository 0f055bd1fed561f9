package dockdsl.run;

import dockdsl.plan.Action;
import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.plan.Step;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The part of a plan that concerns one host. */
final class HostWork {
    /** What one engine is asked to do at a time; more would only wait in the engine. */
    private static final int AT_A_TIME = 4;

    private static final int LAST_LINES = 10;

    private final StepRunner runner;
    private final Tally tally;
    private final Map<Change, List<Step>> prepared = new ConcurrentHashMap<>();
    private final Set<Change> broken = ConcurrentHashMap.newKeySet();
    private volatile String whyNot = "";

    HostWork(StepRunner runner, Tally tally) {
        this.runner = runner;
        this.tally = tally;
    }

    /** Prepares everything, or takes it all back: a host on which something cannot be prepared is not switched. */
    void prepare(List<Change> changes) {
        for (Resource.Kind kind : Resource.Kind.values()) {
            List<Change> group = changes.stream()
                    .filter(change -> change.resource().kind() == kind)
                    .filter(change -> !change.prepare().isEmpty())
                    .toList();
            Parallel.atMost(AT_A_TIME).each(group, this::prepare);
        }
        if (!whyNot.isEmpty()) {
            prepared.values().forEach(this::takeBack);
            prepared.clear();
        }
    }

    private void prepare(Change change) {
        if (!whyNot.isEmpty()) {
            return;
        }
        tally.tell(new Event.Started(change, true));
        long start = System.nanoTime();
        List<Step> taken = new ArrayList<>();
        try {
            take(change, change.prepare(), taken);
            if (change.switching().isEmpty()) {
                tally.done(change, since(start));
            } else {
                prepared.put(change, taken);
            }
        } catch (DockdslException e) {
            broken.add(change);
            whyNot = change.resource() + " could not be prepared";
            tally.broke(change, e, takeBack(taken), List.of());
        }
    }

    void switchOver(List<Change> wave) {
        List<Change> todo = wave.stream()
                .filter(change -> !change.switching().isEmpty())
                .filter(change -> !broken.contains(change))
                .toList();
        Parallel.atMost(AT_A_TIME).each(todo, this::switchOver);
    }

    private void switchOver(Change change) {
        String obstacle = whyNot.isEmpty() ? tally.brokenNeeds(change) : whyNot;
        if (!obstacle.isEmpty()) {
            takeBack(prepared.getOrDefault(change, List.of()));
            tally.skipped(change, obstacle);
            return;
        }
        tally.tell(new Event.Started(change, false));
        long start = System.nanoTime();
        List<Step> taken = new ArrayList<>(prepared.getOrDefault(change, List.of()));
        try {
            take(change, change.switching(), taken);
            tally.done(change, since(start));
        } catch (DockdslException e) {
            List<String> lastLines = runner.lastLines(change.resource().name(), LAST_LINES);
            tally.broke(change, e, takeBack(taken), lastLines);
        }
    }

    /** The step that fails counts as taken: half of it may have happened. */
    private void take(Change change, List<Step> steps, List<Step> taken) {
        for (Step step : steps) {
            taken.add(step);
            runner.run(step.action(), text -> tally.tell(new Event.Progress(change, text)));
        }
    }

    /** Takes steps back, the last one first; each as far as it goes. @return whether all of them went */
    private boolean takeBack(List<Step> steps) {
        boolean complete = true;
        for (Step step : steps.reversed()) {
            if (step.undo().isPresent()) {
                complete &= undo(step.undo().get(), step == steps.getLast());
            }
        }
        return complete;
    }

    private boolean undo(Action action, boolean mayNotHaveHappened) {
        try {
            runner.run(action, text -> {});
            return true;
        } catch (HostUnreachable e) {
            return false;
        } catch (DockdslException e) {
            return mayNotHaveHappened;
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
