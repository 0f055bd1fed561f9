package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Containers of one host to which somebody gave other names. Their labels tell who they are, and they run on when they get their
 * names back: one made anew beside them would find its ports and its data taken.
 *
 * @param snapshot the host as if they had their own names
 * @param names what they are called, by their own names
 */
record Renamed(HostSnapshot snapshot, Map<String, String> names) {

    /** Only where there is no doubt: one that is missing, and one that nobody declares. */
    static Renamed of(Site site, HostSnapshot seen) {
        List<ContainerSpec> specs = site.on(seen.host());
        Map<String, List<ContainerSpec>> missing = specs.stream()
                .filter(spec -> spec.state() != State.ABSENT && isMissing(seen, spec.engineName()))
                .collect(Collectors.groupingBy(ContainerSpec::name));
        if (missing.isEmpty()) {
            return new Renamed(seen, Map.of());
        }
        Set<String> declared = specs.stream().map(ContainerSpec::engineName).collect(Collectors.toSet());
        Map<String, String> names = new HashMap<>();
        missing.forEach((name, lost) -> {
            List<ObservedContainer> found = seen.containers().stream()
                    .filter(container -> isOne(container, site.name(), name) && !declared.contains(container.name()))
                    .toList();
            if (lost.size() == 1 && found.size() == 1) {
                names.put(lost.getFirst().engineName(), found.getFirst().name());
            }
        });
        return new Renamed(called(seen, names), Map.copyOf(names));
    }

    private static boolean isMissing(HostSnapshot seen, String name) {
        return seen.container(name).isEmpty()
                && seen.container(EngineNames.outgoing(name)).isEmpty();
    }

    /** Those with numbers behind their names are instances that there are too many of. */
    private static boolean isOne(ObservedContainer container, String site, String name) {
        return container.belongsTo(site)
                && container.detail().isPresent()
                && name.equals(container.labels().get(ObservedContainer.CONTAINER_LABEL))
                && !EngineNames.isTemporary(container.name())
                && !container.name().matches(".*-\\d+");
    }

    private static HostSnapshot called(HostSnapshot seen, Map<String, String> names) {
        Map<String, String> own = new HashMap<>();
        names.forEach((name, other) -> own.put(other, name));
        return own.isEmpty()
                ? seen
                : seen.having(seen.containers().stream()
                        .map(container ->
                                container.as(own.getOrDefault(container.name(), container.name()), container.status()))
                        .toList());
    }

    /** What the container of this name is called instead. */
    Optional<String> of(String name) {
        return Optional.ofNullable(names.get(name));
    }
}
