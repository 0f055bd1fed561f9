package dockdsl.host;

import java.util.UUID;

/**
 * A variable in the environment of a command and all of its children, by which they are found again to be signalled. SSH has
 * signals of its own, but OpenSSH passes none on to what root runs, nor to what runs behind sudo.
 */
public record Marker(String text) {
    public static Marker fresh() {
        return new Marker("DOCKDSL_COMMAND=" + UUID.randomUUID());
    }

    /** A script that becomes the command, with the marker in its environment. */
    public String on(String line) {
        return "export " + text + "; exec " + line;
    }

    /** @param signal such as {@code TERM} */
    public String signalling(String signal) {
        return """
                marked=$(grep -ls %s /proc/[0-9]*/environ | cut -d/ -f3)
                [ -z "$marked" ] || kill -s %s $marked
                """.formatted(text, signal);
    }
}
