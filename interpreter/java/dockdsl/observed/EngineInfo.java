package dockdsl.observed;

import java.util.Set;

/**
 * The engine itself.
 *
 * @param version such as {@code 28.2.2}
 * @param apiVersion the version that was agreed on with it, such as {@code 1.41}
 * @param lacking what its kernel does not have; empty also when nobody asked
 */
public record EngineInfo(String version, String apiVersion, Set<Facility> lacking) {
    public EngineInfo {
        lacking = Set.copyOf(lacking);
    }

    /** An engine that lacks nothing that anybody asked about. */
    public EngineInfo(String version, String apiVersion) {
        this(version, apiVersion, Set.of());
    }

    public boolean lacks(Facility facility) {
        return lacking.contains(facility);
    }
}
