package dockdsl.value;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of memory or disk in bytes; 0 means no limit. Units are powers of 1024, as Docker reads them. */
public record Bytes(long count) {
    public static final Bytes UNLIMITED = new Bytes(0);

    private static final Pattern SPELLING = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]*)");
    private static final Map<String, Integer> SHIFTS = Map.ofEntries(
            Map.entry("", 0),
            Map.entry("b", 0),
            Map.entry("k", 10),
            Map.entry("kb", 10),
            Map.entry("kib", 10),
            Map.entry("m", 20),
            Map.entry("mb", 20),
            Map.entry("mib", 20),
            Map.entry("g", 30),
            Map.entry("gb", 30),
            Map.entry("gib", 30),
            Map.entry("t", 40),
            Map.entry("tb", 40),
            Map.entry("tib", 40));

    public Bytes {
        if (count < 0) {
            throw new Malformed("a size is not negative", "Write for example '256m' or '1g'.");
        }
    }

    /** @throws Malformed when the text is not a number with an optional unit b, k, m, g or t */
    public static Bytes parse(String text) {
        Matcher spelling = SPELLING.matcher(text.strip());
        Integer shift = spelling.matches() ? SHIFTS.get(spelling.group(2).toLowerCase(Locale.ROOT)) : null;
        if (shift == null) {
            throw new Malformed(
                    "'" + text + "' is not a size", "Write a number with a unit: '512k', '256m' or '1.5g'.");
        }
        return new Bytes(Math.round(Double.parseDouble(spelling.group(1)) * (1L << shift)));
    }

    /** The shortest exact spelling, such as {@code 256m}. */
    @Override
    public String toString() {
        if (count == 0) {
            return "unlimited";
        }
        if (count % (1L << 30) == 0) {
            return (count >> 30) + "g";
        }
        if (count % (1L << 20) == 0) {
            return (count >> 20) + "m";
        }
        return count % (1L << 10) == 0 ? (count >> 10) + "k" : count + "b";
    }
}
