package dockdsl.adhoc;

import dockdsl.problem.DockdslException;
import java.time.Duration;

/** What comes back from places where a command runs. */
public sealed interface Heard {
    Place place();

    /**
     * @param error whether it came on standard error
     * @param text without its line break; bytes that are no UTF-8 are replaced
     */
    record Said(Place place, boolean error, String text) implements Heard {}

    /** How it went in a place; the last that is heard of it. */
    sealed interface End extends Heard {
        /** What the whole run may end with because of this place. */
        int exitCode();
    }

    record Ended(Place place, int exitCode) implements End {}

    /** It took too long and was told to end. */
    record TimedOut(Place place, Duration after) implements End {
        private static final int AS_TIMEOUT_SAYS = 124;

        @Override
        public int exitCode() {
            return AS_TIMEOUT_SAYS;
        }
    }

    /** The host was not reached, or the connection was lost. */
    record Lost(Place place, DockdslException why) implements End {
        private static final int UNREACHABLE = 4;

        @Override
        public int exitCode() {
            return UNREACHABLE;
        }
    }
}
