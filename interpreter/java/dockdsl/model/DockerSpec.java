package dockdsl.model;

import dockdsl.value.Malformed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a host gets its engine: what the {@code docker} block asks for.
 *
 * @param minimumVersion the oldest engine to accept, such as {@code 28} or {@code 20.10.24}; empty accepts any
 * @param source where an engine is installed from, when one has to be
 * @param daemon settings of {@code daemon.json} under the engine's own keys ({@code insecure-registries}); values are
 *     text, numbers, flags, lists and maps
 */
public record DockerSpec(Optional<String> minimumVersion, Source source, Map<String, Object> daemon) {
    /** What a site without a {@code docker} block asks for: any engine, from the distribution. */
    public static final DockerSpec ANY = new DockerSpec(Optional.empty(), Source.DISTRIBUTION, Map.of());

    /** Where an engine comes from. */
    public enum Source {
        /** The distribution's own package. */
        DISTRIBUTION,
        /** Docker's package repository, which is newer. */
        DOCKER,
        /** Nowhere: the engine is there already, and nothing is installed. */
        PREINSTALLED
    }

    /** @throws Malformed when the version is not numbers separated by dots */
    public DockerSpec {
        minimumVersion.filter(version -> !version.matches("\\d+(\\.\\d+)*")).ifPresent(DockerSpec::refuse);
        daemon = Collections.unmodifiableMap(new LinkedHashMap<>(daemon));
    }

    private static void refuse(String version) {
        throw new Malformed(
                "\"" + version + "\" is not a version of Docker", "write numbers and dots, such as '28' or '20.10.24'");
    }
}
