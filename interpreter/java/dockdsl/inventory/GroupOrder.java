package dockdsl.inventory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Which group is inside of which, and whose variables win.
 *
 * <p>As in Ansible: the deeper a group is below {@code all} the later it comes, then the greater its priority, then its name.
 */
final class GroupOrder {
    private static final int DEEPEST = 200;

    private final SequencedMap<String, Draft.Group> groups;
    private final Map<String, List<String>> parents = new HashMap<>();
    private final Map<String, Integer> depths = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();

    private GroupOrder(SequencedMap<String, Draft.Group> groups) {
        this.groups = groups;
    }

    /** Tells groups that are inside of themselves. */
    static GroupOrder of(SequencedMap<String, Draft.Group> groups, Mistakes mistakes) {
        GroupOrder order = new GroupOrder(groups);
        order.findParents();
        order.findDepths();
        order.tellCircles(mistakes);
        order.tellDepth(mistakes);
        return order;
    }

    private void findParents() {
        groups.keySet().forEach(name -> places.put(name, places.size()));
        groups.forEach((name, group) -> group.children
                .keySet()
                .forEach(child ->
                        parents.computeIfAbsent(child, key -> new ArrayList<>()).add(name)));
        groups.keySet().stream()
                .filter(name -> !name.equals(Draft.ALL))
                .forEach(name -> parents.computeIfAbsent(name, key -> new ArrayList<>(List.of(Draft.ALL))));
    }

    /** Takes groups whose parents are all taken; what is left over is in a circle or inside of one. */
    private void findDepths() {
        Map<String, Integer> open = new HashMap<>();
        ArrayDeque<String> ready = new ArrayDeque<>();
        Map<String, List<String>> children = new HashMap<>();
        parents.forEach((child, above) -> above.forEach(parent ->
                children.computeIfAbsent(parent, key -> new ArrayList<>()).add(child)));
        for (String name : groups.keySet()) {
            open.put(name, parents.getOrDefault(name, List.of()).size());
            if (open.get(name) == 0) {
                ready.add(name);
            }
        }
        while (!ready.isEmpty()) {
            String name = ready.remove();
            int depth = parents.getOrDefault(name, List.of()).stream()
                    .mapToInt(parent -> depths.get(parent) + 1)
                    .max()
                    .orElse(0);
            depths.put(name, depth);
            for (String child : children.getOrDefault(name, List.of())) {
                if (open.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
    }

    private void tellCircles(Mistakes mistakes) {
        Set<String> unordered = new LinkedHashSet<>(groups.keySet());
        unordered.removeAll(depths.keySet());
        if (unordered.isEmpty()) {
            return;
        }
        List<String> circle = circle(unordered.iterator().next(), unordered);
        for (int i = 0; i < circle.size(); i++) {
            String inner = circle.get(i);
            String outer = circle.get((i + 1) % circle.size());
            if (groups.get(outer).children.containsKey(inner)) {
                mistakes.add(
                        groups.get(outer).children.get(inner),
                        circle.size() == 1
                                ? "group '" + inner + "' is inside of itself"
                                : "group '" + inner + "' is inside of itself: " + shown(circle),
                        "Remove one of these children.");
                return;
            }
        }
    }

    /** Goes from child to parent until a group comes again. */
    private List<String> circle(String start, Set<String> unordered) {
        SequencedSet<String> way = new LinkedHashSet<>();
        String here = start;
        while (way.add(here)) {
            here = parents.get(here).stream()
                    .filter(unordered::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<String> circle = new ArrayList<>(way);
        return circle.subList(circle.indexOf(here), circle.size());
    }

    private static String shown(List<String> circle) {
        List<String> some = circle.subList(0, Math.min(circle.size(), 6));
        return String.join(" in ", some) + (some.size() < circle.size() ? " in ..." : "") + " in " + circle.getFirst();
    }

    private void tellDepth(Mistakes mistakes) {
        depths.forEach((name, depth) -> {
            if (depth == DEEPEST) {
                String parent = parents.get(name).getFirst();
                mistakes.add(
                        groups.get(parent).children.get(name),
                        "group '" + name + "' is " + DEEPEST + " groups deep",
                        "Nest groups less deeply.");
            }
        });
    }

    /** These groups and all around them, outermost first: the variables of later ones win. */
    List<String> sorted(Collection<String> direct) {
        Set<String> all = around(direct);
        return all.stream()
                .sorted(Comparator.<String>comparingInt(depths::get)
                        .thenComparingInt(name -> groups.get(name).priority)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** These groups and all around them but {@code all}, in the order of the inventory. */
    SequencedSet<String> members(Collection<String> direct) {
        SequencedSet<String> names = new LinkedHashSet<>();
        around(direct).stream()
                .filter(name -> !name.equals(Draft.ALL))
                .sorted(Comparator.comparingInt(places::get))
                .forEach(names::add);
        return names;
    }

    private Set<String> around(Collection<String> direct) {
        Set<String> found = new LinkedHashSet<>(direct);
        ArrayDeque<String> open = new ArrayDeque<>(direct);
        while (!open.isEmpty()) {
            for (String parent : parents.getOrDefault(open.remove(), List.of())) {
                if (found.add(parent)) {
                    open.add(parent);
                }
            }
        }
        found.add(Draft.ALL);
        return found;
    }
}
