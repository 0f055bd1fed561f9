package dockdsl.ssh;

import java.time.Duration;
import java.util.List;

/** Words for messages. */
final class Spoken {
    private Spoken() {}

    static String duration(Duration duration) {
        var millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /** {@code a, b and c}. */
    static String list(List<String> things) {
        var last = things.size() - 1;
        return last <= 0
                ? String.join("", things)
                : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    /** The start of a command, as much as helps to recognise it. */
    static String firstWords(String script) {
        var line = script.strip().lines().findFirst().orElse("");
        return line.length() <= 60 ? line : line.substring(0, 57) + "...";
    }

    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }
}
