package dockdsl.docker;

import dockdsl.value.Tree;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an engine tells of a container, without the fields that say nothing, which are most: runs keep what thousands of containers are
 * like. A field that is not there reads as an empty one.
 */
final class Gist {
    /** Where the engine keeps things and how it tells them apart: nobody's business. */
    private static final Set<String> ENGINES_OWN = Set.of(
            "GraphDriver",
            "HostnamePath",
            "HostsPath",
            "LogPath",
            "ResolvConfPath",
            "SandboxID",
            "SandboxKey",
            "EndpointID");

    /** Fields whose false or 0 is something else than nothing. */
    private static final Set<String> THREEFOLD = Set.of("Init", "StopTimeout", "MemorySwappiness");

    /** Lists of the engine's own that say something when they are empty: somebody told it to close no paths. */
    private static final Set<String> CLOSED_PATHS = Set.of("MaskedPaths", "ReadonlyPaths");

    private static final List<String> OBJECTS = List.of("Config", "HostConfig", "NetworkSettings", "State");

    private Gist() {}

    /** @param inspected the answer of {@code GET /containers/ID/json} */
    static Tree of(Tree inspected) {
        Map<String, Object> fields = telling(inspected.fields());
        for (String object : OBJECTS) {
            fields.computeIfPresent(
                    object,
                    (name, all) ->
                            Collections.unmodifiableMap(telling(Tree.of(all).fields())));
        }
        Tree gist = Tree.of(fields);
        Map<String, Object> networks = new LinkedHashMap<>(gist.map("NetworkSettings.Networks"));
        networks.replaceAll((name, endpoint) -> telling(Tree.of(endpoint).fields()));
        return networks.isEmpty() ? gist : gist.with("NetworkSettings.Networks", networks);
    }

    private static Map<String, Object> telling(Map<String, Object> fields) {
        Map<String, Object> telling = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (tells(name, value)) {
                telling.put(name, value);
            }
        });
        return telling;
    }

    private static boolean tells(String name, Object value) {
        if (CLOSED_PATHS.contains(name)) {
            return isNothing(value);
        }
        return !ENGINES_OWN.contains(name) && (THREEFOLD.contains(name) || !isNothing(value));
    }

    private static boolean isNothing(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case Boolean flag -> !flag;
            case Number number -> number.doubleValue() == 0;
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> members -> members.isEmpty();
            default -> false;
        };
    }
}
