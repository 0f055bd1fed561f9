package dockdsl.secret.vault;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One password of Ansible Vault: what it is called, and where it comes from. It is fetched when it is first tried, and once. */
final class VaultIdentity {
    private final String id;
    private final String source;
    private final Supplier<Optional<Secret>> password;
    private final Supplier<Optional<NothingToWorkOn>> missing;
    private Optional<Optional<Secret>> fetched = Optional.empty();

    /**
     * @param source for messages, such as a file's name
     * @param password empty when a program does not know a password of this id
     * @param missing says why it can't be read, as far as that shows before anything is opened
     */
    VaultIdentity(
            String id,
            String source,
            Supplier<Optional<Secret>> password,
            Supplier<Optional<NothingToWorkOn>> missing) {
        this.missing = missing;
        this.id = id;
        this.source = source;
        this.password = password;
    }

    VaultIdentity telling(UnaryOperator<Secret> told) {
        return new VaultIdentity(id, source, () -> password().map(told), missing);
    }

    String id() {
        return id;
    }

    Optional<NothingToWorkOn> missing() {
        return missing.get();
    }

    synchronized Optional<Secret> password() {
        if (fetched.isEmpty()) {
            fetched = Optional.of(password.get());
        }
        return fetched.get();
    }

    /** For messages: {@code prod (vault-pass.sh)}. */
    @Override
    public String toString() {
        return id + " (" + source + ")";
    }
}
