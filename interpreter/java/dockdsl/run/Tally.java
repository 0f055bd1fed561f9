package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.plan.Plan.Refusal;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps count of what became of changes, and tells it. */
final class Tally {
    private final Consumer<Event> events;
    private final Supplier<String> halt;
    private final Map<String, Integer> changed = new HashMap<>();
    private final Map<String, Integer> failed = new HashMap<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private final Map<String, Integer> rescued = new HashMap<>();
    private final Map<String, Integer> ignored = new HashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private final Map<String, String> brokenContainers = new HashMap<>();
    private final Map<Change, Fate> fates = new LinkedHashMap<>();

    Tally(Consumer<Event> events) {
        this(events, () -> "");
    }

    /** @param halt why nothing more may begin, as half a sentence; empty as long as it may */
    Tally(Consumer<Event> events, Supplier<String> halt) {
        this.events = events;
        this.halt = halt;
    }

    /** Why nothing more is begun, as half a sentence; empty when the run goes on. */
    String halt() {
        return halt.get();
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

    /** What became of those among these containers that broke, as half a sentence; empty when none did. */
    synchronized String brokenNeeds(Collection<String> needs) {
        return needs.stream()
                .filter(brokenContainers::containsKey)
                .map(brokenContainers::get)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** What needs the container goes no further. @param how half a sentence: {@code redis failed on db1} */
    synchronized void failed(String container, String how) {
        brokenContainers.putIfAbsent(container, how);
    }

    synchronized boolean isDone(Change change) {
        return fates.get(change) == Fate.DONE;
    }

    /** Whether it was come to, or left out, and is not done. */
    synchronized boolean isLost(Change change) {
        return fates.getOrDefault(change, Fate.DONE) != Fate.DONE;
    }

    void tell(Event event) {
        events.accept(event);
    }

    void done(Change change, Duration took) {
        synchronized (this) {
            count(changed, change);
            fates.put(change, Fate.DONE);
        }
        events.accept(new Event.Done(change, took));
    }

    void broke(Change change, DockdslException why, boolean restored, List<String> lastLines) {
        synchronized (this) {
            if (why instanceof HostUnreachable) {
                unreachable.add(change.host());
            }
            forget(change);
            count(change.essential() ? failed : ignored, change);
            fates.put(change, restored ? Fate.TAKEN_BACK : Fate.FAILED);
        }
        events.accept(new Event.Broke(change, why, restored, lastLines));
    }

    void skipped(Change change, String why) {
        synchronized (this) {
            count(skipped, change);
            fates.put(change, Fate.SKIPPED);
        }
        events.accept(new Event.Skipped(change, why));
    }

    void takenBack(Change change, String why) {
        synchronized (this) {
            forget(change);
            count(rescued, change);
            fates.put(change, Fate.TAKEN_BACK);
        }
        events.accept(new Event.TakenBack(change, why));
    }

    private static void count(Map<String, Integer> counts, Change change) {
        counts.merge(change.host(), 1, Integer::sum);
    }

    /** It does not hold any more that it was done. */
    private void forget(Change change) {
        if (fates.get(change) == Fate.DONE) {
            changed.merge(change.host(), -1, Integer::sum);
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
                skipped.getOrDefault(host, 0),
                rescued.getOrDefault(host, 0),
                ignored.getOrDefault(host, 0));
    }
}
