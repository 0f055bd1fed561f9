package dockdsl.ledger;

import java.util.Locale;
import java.util.Optional;

/** What became of a deed. */
public enum Result {
    DONE,
    /** It went wrong, and what was there before is there again. */
    TAKEN_BACK,
    /** It went wrong, and what was there before could not be put back wholly. */
    FAILED,
    /** It was not begun, because something else went wrong. */
    SKIPPED,
    /** Its run never told how it ended: it was killed, or lost the host. */
    CUT_OFF,
    /** Its run goes on. */
    UNDER_WAY;

    /** Whether nobody knows what became of it. */
    public boolean isOpen() {
        return this == CUT_OFF || this == UNDER_WAY;
    }

    static Optional<Result> read(String word) {
        for (Result result : values()) {
            if (result.toString().equals(word)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }

    /** {@code taken back}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
