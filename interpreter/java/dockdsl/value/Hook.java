package dockdsl.value;

import java.time.Duration;
import java.util.List;

/**
 * A command that runs along with the change of a container.
 *
 * @param words a line for the shell when it is one, else a program and its arguments, passed on exactly
 * @param sudo whether it runs as root; on hosts only
 * @param timeout the longest it may take
 */
public record Hook(Place place, List<String> words, boolean sudo, Duration timeout) {
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(60);

    /** Where it runs. */
    public enum Place {
        /** On the machine that dockdsl runs on. */
        HERE,
        HOST,
        CONTAINER
    }

    /** When it runs. */
    public enum Moment {
        BEFORE_SWITCH,
        BEFORE_STOP,
        AFTER_START
    }

    public Hook {
        words = List.copyOf(words);
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw new Malformed("there is no command", "Write for example local('./notify.sh', 'web').");
        }
    }

    /** A line that a shell reads, with its pipes and variables; else words that nobody reads anything into. */
    public boolean isLine() {
        return words.size() == 1;
    }

    @Override
    public String toString() {
        return switch (place) {
                    case HERE -> "local";
                    case HOST -> "onHost";
                    case CONTAINER -> "inContainer";
                }
                + "('" + String.join("', '", words) + "')";
    }
}
