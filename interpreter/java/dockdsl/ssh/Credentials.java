package dockdsl.ssh;

import dockdsl.value.Secret;
import java.util.Optional;

/**
 * What the user gives for all hosts of a run; what the inventory says of one host comes first.
 *
 * @param passphrase tried on every encrypted key before anybody is asked
 * @param password to log in with where no key is accepted
 * @param sudoPassword for a sudo that wants one
 */
public record Credentials(Optional<Secret> passphrase, Optional<Secret> password, Optional<Secret> sudoPassword) {
    public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());
}
