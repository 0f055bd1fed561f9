package dockdsl.inventory;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import java.util.Optional;

/** Opens what Ansible Vault has encrypted in an inventory: files at once, single values when they are needed. */
public interface Decryption {
    /** Where no passwords are. */
    Decryption NONE = (text, what) -> {
        throw new NothingToWorkOn(
                what + " is encrypted with Ansible Vault, and no password is given.",
                "Name one: `--vault-password-file FILE`.");
    };

    /**
     * What is in it.
     *
     * @param what it is, for messages: {@code The file group_vars/all.yml}
     * @throws NothingToWorkOn when no password fits
     */
    Secret open(String text, String what);

    /** A single value under {@code !vault}. */
    default SecretVariable variable(String text, SourceRef where) {
        String place = where.fileAndLine();
        return new SecretVariable(
                place, Optional.of(text), Secret.later(() -> open(text, "The variable from " + place)));
    }
}
