package dockdsl.inventory;

import dockdsl.problem.Problem;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;

/** The value of a variable that Ansible Vault has encrypted: whoever needs it is told that it can't be read yet. */
public record EncryptedValue(String text, SourceRef where) {
    private static final String REMEDY =
            "Declare it in the site file: secret 'name', from: command('ansible-vault view FILE'). A variable that nobody uses may stay.";

    /** @throws Malformed always, because it would stand in the place of the value */
    @Override
    public String toString() {
        throw new Malformed(
                "a variable from " + where.fileAndLine() + " is encrypted with Ansible Vault, which can't be read yet",
                REMEDY);
    }

    Problem problem() {
        return new Problem(
                where,
                "this value is encrypted with Ansible Vault, which variables of an inventory can't be yet",
                REMEDY);
    }
}
