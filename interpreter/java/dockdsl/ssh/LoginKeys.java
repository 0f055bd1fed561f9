package dockdsl.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The keys to log in with, as inventory, configuration and defaults say.
 *
 * @param named files, in the order to offer them
 * @param usual the user's own ones, there or not; none where others are named
 * @param certificates files with certificates for keys, besides those that lie beside the key files
 * @param agent the agent's socket; empty when there is none or it is not wanted
 * @param onlyFiles whether the agent's other keys are not offered
 */
record LoginKeys(List<Path> named, List<Path> usual, List<Path> certificates, Optional<Path> agent, boolean onlyFiles) {
    LoginKeys {
        named = List.copyOf(named);
        usual = List.copyOf(usual);
        certificates = List.copyOf(certificates);
    }

    static LoginKeys of(Path only) {
        return new LoginKeys(List.of(only), List.of(), List.of(), Optional.empty(), true);
    }
}
