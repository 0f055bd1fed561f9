package dockdsl.cli;

import dockdsl.plan.Change;
import dockdsl.run.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Remembers what was done and what went wrong, to tell it at the end. */
final class EventLog implements Consumer<Event> {
    private final List<Event> failures = new ArrayList<>();
    private final List<Change> done = new ArrayList<>();

    @Override
    public synchronized void accept(Event event) {
        switch (event) {
            case Event.Unreachable _, Event.Failed _, Event.Broke _, Event.Skipped _ -> failures.add(event);
            case Event.Done happened -> done.add(happened.change());
            case Event.Connecting _,
                    Event.Connected _,
                    Event.Bootstrapping _,
                    Event.Waiting _,
                    Event.Warned _,
                    Event.Observed _,
                    Event.Started _,
                    Event.Progress _ -> {}
        }
    }

    synchronized List<Change> done() {
        return List.copyOf(done);
    }

    synchronized List<Event> failures() {
        return List.copyOf(failures);
    }
}
