package dockdsl.value;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What shall be true of a container. */
public enum State {
    /** Running, exactly as declared. */
    RELOADED,
    /** There, running or not; a new one is created and not started. */
    PRESENT,
    /** Running; what differs from the declaration is left alone. */
    STARTED,
    /** There but not running. */
    STOPPED,
    /** Running as declared, and restarted by every apply. */
    RESTARTED,
    /** Gone. */
    ABSENT;

    /** Whether a container runs then. */
    public boolean isRunning() {
        return this == STARTED || isExact();
    }

    /** Whether a container runs as declared then, be it by way of a new one. */
    public boolean isExact() {
        return this == RELOADED || this == RESTARTED;
    }

    /** @throws Malformed when the text is none of the states */
    public static State parse(String text) {
        return Arrays.stream(values())
                .filter(state -> state.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new Malformed(
                        "'" + text + "' is not a state",
                        "Write one of "
                                + Arrays.stream(values()).map(State::toString).collect(Collectors.joining(", "))
                                + "."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
