package dockdsl.adhoc;

import dockdsl.problem.DockdslException;
import java.time.Duration;

/** What comes back from the hosts while they work. */
public sealed interface Heard {
    String host();

    /**
     * @param error whether it came on standard error
     * @param text without its line break; bytes that are no UTF-8 are replaced
     */
    record Said(String host, boolean error, String text) implements Heard {}

    /** How it went on a host; the last that is heard of it. */
    sealed interface End extends Heard {
        /** What the whole run may end with because of this host. */
        int exitCode();
    }

    record Ended(String host, int exitCode) implements End {}

    /** It took too long and was told to end. */
    record TimedOut(String host, Duration after) implements End {
        private static final int AS_TIMEOUT_SAYS = 124;

        @Override
        public int exitCode() {
            return AS_TIMEOUT_SAYS;
        }
    }

    /** The host was not reached, or the connection was lost. */
    record Lost(String host, DockdslException why) implements End {
        private static final int UNREACHABLE = 4;

        @Override
        public int exitCode() {
            return UNREACHABLE;
        }
    }
}
