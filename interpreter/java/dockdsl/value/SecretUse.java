package dockdsl.value;

import java.util.Optional;

/**
 * A secret that a container gets.
 *
 * @param name of the secret in the site
 * @param place the absolute path of the file that it becomes; empty when it becomes a variable only
 * @param owner of the file; empty means the container's user, if that is a number
 * @param variable the environment variable that it becomes; empty when it becomes a file only
 */
public record SecretUse(
        String name, Optional<String> place, FileMode mode, Optional<Owner> owner, Optional<String> variable) {
    /** Where secrets are looked for. */
    public static final String FOLDER = "/run/secrets/";

    public SecretUse {
        place.ifPresent(Placing::check);
        place = place.map(Mount::clean);
    }
}
