package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which containers come before which, fleet-wide: what others talk to or depend on is ready before them. */
final class Waves {
    private static final int FIRST = 1;

    private final Map<String, Set<String>> targets;
    private final Map<String, Integer> waves = new HashMap<>();

    /** @param site without circles of needs */
    Waves(Site site) {
        targets = site.containers().stream()
                .collect(Collectors.groupingBy(
                        ContainerSpec::name,
                        Collectors.flatMapping(container -> container.needs().stream(), Collectors.toSet())));
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

    int last(Collection<String> containers) {
        return containers.stream().mapToInt(this::of).max().orElse(FIRST);
    }
}
