package dockdsl.doctor;

import dockdsl.observed.EngineInfo;
import dockdsl.problem.HostFailed;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was gathered of one host.
 *
 * @param told what the probe printed, by key
 * @param clockAhead how far its clock is ahead of ours, negative when it is behind; as exact as the way there is short
 * @param noRoot why its user does not become root, if not
 * @param engine what its engine says of itself over the way that runs take
 * @param noEngine why the engine does not answer, if not
 * @param login how long it took to be logged in
 * @param wanted what the site wants of it
 */
record HostFacts(
        Map<String, String> told,
        Duration clockAhead,
        Optional<HostFailed> noRoot,
        Optional<EngineInfo> engine,
        Optional<HostFailed> noEngine,
        Duration login,
        Wanted wanted) {
    HostFacts {
        told = Map.copyOf(told);
    }

    /** Empty when it was not told. */
    String text(String key) {
        return told.getOrDefault(key, "");
    }

    boolean says(String key, String value) {
        return text(key).equals(value);
    }

    OptionalLong number(String key) {
        return text(key).matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text(key))) : OptionalLong.empty();
    }
}
