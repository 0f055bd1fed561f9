package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Which containers come before which, fleet-wide: what others talk to or depend on is ready before them. */
final class Waves {
    private static final int FIRST = 1;

    private final Map<String, Set<String>> targets;
    private final Map<String, Integer> waves = new ConcurrentHashMap<>();

    /**
     * @param site without circles of needs
     * @param wishes whom a container had better come after, by its name; one that would close a circle is turned around
     */
    Waves(Site site, Map<String, Set<String>> wishes) {
        targets = site.containers().stream()
                .collect(Collectors.groupingBy(
                        ContainerSpec::name,
                        Collectors.flatMapping(container -> container.needs().stream(), Collectors.toSet())));
        wishes.forEach((later, earlier) -> earlier.forEach(name -> wish(later, name)));
    }

    private void wish(String later, String earlier) {
        if (!needs(earlier, later)) {
            targets.computeIfAbsent(later, name -> new HashSet<>()).add(earlier);
        }
    }

    /** Directly or by way of others. */
    private boolean needs(String container, String other) {
        return needs(container).stream().anyMatch(target -> target.equals(other) || needs(target, other));
    }

    /** 1 for a container that needs no other. */
    int of(String container) {
        Integer known = waves.get(container);
        if (known != null) {
            return known;
        }
        int wave = needs(container).stream().mapToInt(this::of).max().orElse(FIRST - 1) + 1;
        waves.put(container, wave);
        return wave;
    }

    Set<String> needs(String container) {
        return targets.getOrDefault(container, Set.of());
    }
}
