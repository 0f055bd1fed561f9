package dockdsl.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whoever runs this on this machine.
 *
 * @param name logs in where neither inventory nor configuration name a user
 * @param home where {@code ~} points to
 * @param environment the variables that a configuration may name
 */
public record LocalUser(String name, Path home, Map<String, String> environment) {
    public LocalUser {
        environment = Map.copyOf(environment);
    }

    /** The value of a variable that is set and not blank. */
    Optional<String> variable(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    /** The socket of the ssh-agent, if there is one. */
    Optional<Path> agentSocket() {
        return variable("SSH_AUTH_SOCK").map(Path::of);
    }

    /** The keys that are offered where nobody names others, there or not. */
    List<Path> usualKeys() {
        return Stream.of("id_ed25519", "id_ecdsa", "id_rsa")
                .map(key -> home.resolve(".ssh").resolve(key))
                .toList();
    }
}
