package dockdsl.cli;

import dockdsl.plan.Change;
import dockdsl.run.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Consumer;

/** Remembers what was done and what went wrong, to tell it at the end. */
final class EventLog implements Consumer<Event> {
    private final List<Event> failures = new ArrayList<>();
    private final List<Change> done = new ArrayList<>();
    private final SequencedSet<Change> underWay = new LinkedHashSet<>();
    private final List<Event.Cautioned> cautions = new ArrayList<>();
    private boolean begun;

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.Unreachable _, Event.Failed _ -> failures.add(event);
            case Event.Broke broke -> {
                failures.add(event);
                underWay.remove(broke.change());
                done.remove(broke.change());
            }
            case Event.Skipped skipped -> {
                failures.add(event);
                underWay.remove(skipped.change());
            }
            case Event.TakenBack back -> {
                failures.add(event);
                done.remove(back.change());
            }
            case Event.Done happened -> {
                done.add(happened.change());
                underWay.remove(happened.change());
            }
            case Event.Started started -> {
                begun = true;
                underWay.add(started.change());
            }
            case Event.Bootstrapping _ -> begun = true;
            case Event.Cautioned cautioned -> cautions.add(cautioned);
            case Event.Connecting _,
                    Event.Connected _,
                    Event.Waiting _,
                    Event.Warned _,
                    Event.Swept _,
                    Event.Observed _,
                    Event.Progress _ -> {}
        }
    }

    /** Whether anything may have been changed. */
    synchronized boolean hasBegun() {
        return begun;
    }

    /** What was begun and has not ended. */
    synchronized List<Change> underWay() {
        return List.copyOf(underWay);
    }

    synchronized List<Change> done() {
        return List.copyOf(done);
    }

    /** What engines warned of. */
    synchronized List<Event.Cautioned> cautions() {
        return List.copyOf(cautions);
    }

    synchronized List<Event> failures() {
        return List.copyOf(failures);
    }
}
