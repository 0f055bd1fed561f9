package dockdsl.inventory;

import dockdsl.problem.Problem;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.SourceRef;
import java.util.List;

/** The value of a variable that Ansible Vault has encrypted: whoever needs it is told that it can't be read yet. */
public record EncryptedValue(String text, SourceRef where) {
    /** @throws SiteRejected always, because it would stand in the place of the value */
    @Override
    public String toString() {
        throw new SiteRejected(List.of(problem()));
    }

    Problem problem() {
        return new Problem(
                where,
                "this value is encrypted with Ansible Vault, which variables of an inventory can't be yet",
                "Declare it in the site file: secret 'name', from: command('ansible-vault view FILE'). A variable that nobody uses may stay.");
    }
}
