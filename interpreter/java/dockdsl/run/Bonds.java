package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.plan.Resource.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Changes of one host that hold only when later ones do: nothing of them is done for good before those are. */
final class Bonds {
    /** Those that a change still waits for. */
    private final Map<Change, Set<Change>> open = new LinkedHashMap<>();

    private final Set<Change> due = new HashSet<>();

    /** @param changes of the host, in their order */
    Bonds(List<Change> changes) {
        for (Change change : changes) {
            Set<Change> later = new HashSet<>(changes.stream()
                    .filter(other -> other.resource().kind() == Kind.CONTAINER)
                    .filter(other -> change.boundTo().contains(other.resource().name()))
                    .toList());
            if (!later.isEmpty()) {
                open.put(change, later);
            }
        }
    }

    /** Those without which the change does not hold. */
    synchronized List<Change> laterOf(Change change) {
        return List.copyOf(open.getOrDefault(change, Set.of()));
    }

    /** Those of earlier waves that do not hold without the change. */
    synchronized List<Change> earlierOf(Change change) {
        return open.keySet().stream()
                .filter(bound -> open.get(bound).contains(change) && bound.wave() < change.wave())
                .toList();
    }

    /** Those that wait for others yet, the last one first. */
    synchronized List<Change> waiting() {
        return new ArrayList<>(open.keySet()).reversed();
    }

    /** @return what holds for good now that nothing can go wrong with the change any more; perhaps not even the change itself */
    synchronized List<Change> settled(Change change) {
        if (open.containsKey(change)) {
            due.add(change);
            return List.of();
        }
        open.values().forEach(later -> later.remove(change));
        List<Change> free = open.keySet().stream()
                .filter(bound -> open.get(bound).isEmpty())
                .toList();
        free.forEach(open::remove);
        return Stream.concat(
                        Stream.of(change),
                        free.stream().filter(due::contains).flatMap(bound -> settled(bound).stream()))
                .toList();
    }
}
