package dockdsl.observed;

import dockdsl.value.Platform;
import java.util.Optional;
import java.util.Set;

/**
 * The engine itself.
 *
 * @param version such as {@code 28.2.2}
 * @param apiVersion the version that was agreed on with it, such as {@code 1.41}
 * @param lacking what its kernel does not have; empty also when nobody asked
 * @param platform the host's own; empty when it was not told
 */
public record EngineInfo(String version, String apiVersion, Set<Facility> lacking, Optional<Platform> platform) {
    public EngineInfo {
        lacking = Set.copyOf(lacking);
    }

    /** An engine that lacks nothing that anybody asked about. */
    public EngineInfo(String version, String apiVersion) {
        this(version, apiVersion, Set.of(), Optional.empty());
    }

    /** Whether it knows what came with these engines; one of which nobody knows anything yet may. */
    public boolean isOf(Generation generation) {
        return apiVersion.isEmpty() || generation.isSpokenIn(apiVersion);
    }

    /**
     * Whether a container that joins a network gets a hardware address there that the engine picks, whatever it is told. Engines from
     * Docker 25 on take one when a container is made and at no other time.
     */
    public boolean picksHardwareAddresses() {
        return isOf(Generation.DOCKER_25);
    }

    public boolean lacks(Facility facility) {
        return lacking.contains(facility);
    }
}
