package dockdsl.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as users spell them: {@code '90s'}, {@code '1m30s'}, {@code '1.5s'}, {@code '500ms'}; a bare number is seconds. */
public final class Durations {
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|us|ns|h|m|s)");
    private static final Pattern WHOLE = Pattern.compile("(" + PART.pattern() + ")+");
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "m",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private Durations() {}

    /** @throws Malformed when the text is not a length of time */
    public static Duration parse(String text) {
        String spelling = text.strip();
        if (spelling.matches("\\d+(\\.\\d+)?")) {
            spelling += "s";
        }
        if (!WHOLE.matcher(spelling).matches()) {
            throw new Malformed(
                    "'" + text + "' is not a length of time",
                    "Write a number with a unit: '500ms', '30s', '1m30s' or '2h'.");
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(spelling);
        while (part.find()) {
            BigDecimal nanos = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOS.get(part.group(2))));
            sum = sum.plusNanos(nanos.longValue());
        }
        return sum;
    }

    /** The shortest exact spelling, such as {@code 1m30s}. */
    public static String show(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toHours(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        int millis = duration.toMillisPart();
        append(text, millis, "ms");
        append(text, duration.toNanosPart() - millis * 1_000_000L, "ns");
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(amount).append(unit);
        }
    }
}
