package dockdsl.ledger;

/**
 * Whose run it was, by their own account.
 *
 * @param who {@code alice@laptop}
 * @param onBehalfOf whom a CI system ran it for; empty when none says so
 */
public record Author(String who, String onBehalfOf) {
    /** {@code octocat (runner@ci-7)}. */
    @Override
    public String toString() {
        return onBehalfOf.isEmpty() ? who : onBehalfOf + " (" + who + ")";
    }
}
