package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Span;
import dockdsl.cli.text.Tone;
import java.util.Map;

/** Turns lines into text, with colours or without. */
public enum Paint {
    NONE,
    COLOURS;

    private static final String RESET = "\033[0m";

    /** Colours on a terminal that can show them, unless {@code NO_COLOR} is set (see no-color.org). */
    public static Paint fitting(boolean terminal, Map<String, String> environment) {
        boolean wanted = environment.getOrDefault("NO_COLOR", "").isEmpty();
        boolean able = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        return terminal && wanted && able ? COLOURS : NONE;
    }

    /** The text with its colours. */
    public String of(Line line) {
        if (this == NONE) {
            return line.plain();
        }
        StringBuilder text = new StringBuilder();
        for (Span span : line.spans()) {
            if (span.tone() == Tone.PLAIN) {
                text.append(span.text());
            } else {
                text.append(code(span.tone())).append(span.text()).append(RESET);
            }
        }
        return text.toString();
    }

    private static String code(Tone tone) {
        return switch (tone) {
            case PLAIN -> "";
            case STRONG -> "\033[1m";
            case QUIET -> "\033[2m";
            case GOOD -> "\033[32m";
            case CHANGE -> "\033[33m";
            case BAD -> "\033[31m";
            case FIRST -> "\033[36m";
            case SECOND -> "\033[33m";
            case THIRD -> "\033[32m";
            case FOURTH -> "\033[35m";
            case FIFTH -> "\033[34m";
            case SIXTH -> "\033[1;36m";
        };
    }
}
