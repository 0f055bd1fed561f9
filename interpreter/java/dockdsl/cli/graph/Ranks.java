package dockdsl.cli.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How far each of some things stands from those that nobody uses: 0 for these, 1 for what they use, and so on. */
final class Ranks<T> {
    private final Map<T, Set<T>> used = new HashMap<>();
    private final Map<T, Integer> ranks = new HashMap<>();

    /** @param uses is asked once for each thing; circles are cut where they are met */
    static <T> Map<T, Integer> of(List<T> things, List<Use<T>> uses) {
        Ranks<T> ranks = new Ranks<>();
        uses.forEach(use ->
                ranks.used.computeIfAbsent(use.user(), first -> new HashSet<>()).add(use.used()));
        things.forEach(thing -> ranks.ranks.put(thing, 0));
        things.forEach(thing -> ranks.push(thing, new ArrayList<>()));
        return ranks.ranks;
    }

    record Use<T>(T user, T used) {}

    private void push(T thing, List<T> way) {
        way.add(thing);
        int next = ranks.get(thing) + 1;
        for (T below : used.getOrDefault(thing, Set.of())) {
            if (!way.contains(below) && ranks.get(below) < next) {
                ranks.put(below, next);
                push(below, way);
            }
        }
        way.removeLast();
    }
}
