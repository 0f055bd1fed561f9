package dockdsl.cli;

import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What went wrong in a run, and how much of that counts.
 *
 * @param lost the hosts that are out of the run, and why
 * @param events of what failed
 */
record Losses(Job job, Map<String, DockdslException> lost, List<Event> events) {
    private static final String NOT_MISSED =
            "\nThe site has nothing on it, so that the run is none the worse; what an earlier file left there is not seen.";

    /** In the order of the inventory. */
    List<Event> failures() {
        Map<String, Integer> order = new HashMap<>();
        job.hosts().forEach(host -> order.putIfAbsent(host.name(), order.size()));
        Set<String> spared = spared();
        return events.stream()
                .map(event -> spared.contains(event.host()) && event instanceof Event.Unreachable lost
                        ? toldAsSpared(lost)
                        : event)
                .sorted(Comparator.comparingInt(event -> order.getOrDefault(event.host(), -1)))
                .toList();
    }

    private static Event.Unreachable toldAsSpared(Event.Unreachable lost) {
        return new Event.Unreachable(lost.host(), lost.why().advising(NOT_MISSED));
    }

    /** Hosts that were never reached, and of which the site wants nothing: a run is as good without them. */
    private Set<String> spared() {
        Set<String> spared = lost.entrySet().stream()
                .filter(one -> one.getValue() instanceof HostUnreachable)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        job.site().containers().forEach(container -> spared.remove(container.host()));
        return spared;
    }

    /** The exit code for what was lost until now. @param all whether hosts count of which the site wants nothing */
    int code(boolean all) {
        Map<String, DockdslException> counted = new HashMap<>(lost);
        if (!all) {
            counted.keySet().removeAll(spared());
        }
        return ExitCode.of(counted.values());
    }

    /** The exit code for what became of the run. @param all whether hosts count of which the site wants nothing */
    int code(Recap recap, boolean all) {
        SequencedMap<String, Recap.Outcome> counted = new LinkedHashMap<>(recap.hosts());
        if (!all) {
            counted.keySet().removeAll(spared());
        }
        return ExitCode.of(new Recap(counted, recap.results()));
    }
}
