package dockdsl.secret.vault;

import dockdsl.value.Secret;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** One password of Ansible Vault: what it is called, and where it comes from. It is fetched when it is first tried, and once. */
final class VaultIdentity {
    private final String id;
    private final String source;
    private final Supplier<Optional<Secret>> password;
    private Optional<Optional<Secret>> fetched = Optional.empty();

    /**
     * @param source for messages, such as a file's name
     * @param password empty when a program does not know a password of this id
     */
    VaultIdentity(String id, String source, Supplier<Optional<Secret>> password) {
        this.id = id;
        this.source = source;
        this.password = password;
    }

    VaultIdentity telling(UnaryOperator<Secret> told) {
        return new VaultIdentity(id, source, () -> password().map(told));
    }

    String id() {
        return id;
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
