package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.plan.Plan.Refusal;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps count of what became of changes, and tells it. */
final class Tally {
    private final Consumer<Event> events;
    private final Map<String, Integer> changed = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private final Map<String, String> brokenContainers = new HashMap<>();
    private final Map<Change, Fate> fates = new LinkedHashMap<>();

    Tally(Consumer<Event> events) {
        this.events = events;
    }

    synchronized void refused(List<Refusal> refusals) {
        for (Refusal refusal : refusals) {
            failed.merge(refusal.host(), 1, Integer::sum);
        }
    }

    /** Whether the connection to the host died. */
    synchronized boolean isOut(String host) {
        return unreachable.contains(host);
    }

    /** Containers that this one needs and that broke, as half a sentence; empty when there are none. */
    synchronized String brokenNeeds(Change change) {
        List<String> broken = new ArrayList<>();
        for (String need : change.needs()) {
            if (brokenContainers.containsKey(need)) {
                broken.add(need + " failed on " + brokenContainers.get(need));
            }
        }
        return String.join(", ", broken);
    }

    void tell(Event event) {
        events.accept(event);
    }

    void done(Change change, Duration took) {
        synchronized (this) {
            changed.merge(change.host(), 1, Integer::sum);
            fates.put(change, Fate.DONE);
        }
        events.accept(new Event.Done(change, took));
    }

    void broke(Change change, DockdslException why, boolean restored, List<String> lastLines) {
        synchronized (this) {
            if (why instanceof HostUnreachable) {
                unreachable.add(change.host());
            }
            failed.merge(change.host(), 1, Integer::sum);
            fates.put(change, restored ? Fate.TAKEN_BACK : Fate.FAILED);
            remember(change);
        }
        events.accept(new Event.Broke(change, why, restored, lastLines));
    }

    void skipped(Change change, String why) {
        synchronized (this) {
            skipped.merge(change.host(), 1, Integer::sum);
            fates.put(change, Fate.SKIPPED);
            remember(change);
        }
        events.accept(new Event.Skipped(change, why));
    }

    private void remember(Change change) {
        if (!change.container().isEmpty()) {
            brokenContainers.putIfAbsent(change.container(), change.host());
        }
    }

    synchronized List<Recap.Result> results() {
        return fates.entrySet().stream()
                .map(fate -> new Recap.Result(fate.getKey(), fate.getValue()))
                .toList();
    }

    synchronized Recap.Outcome of(String host, int unchanged, boolean neverReached, boolean lost) {
        int changes = changed.getOrDefault(host, 0);
        int failures = failed.getOrDefault(host, 0) + (lost && !neverReached ? 1 : 0);
        return new Recap.Outcome(
                unchanged + changes,
                changes,
                neverReached || unreachable.contains(host),
                failures,
                skipped.getOrDefault(host, 0));
    }
}
