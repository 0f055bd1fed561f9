package dockdsl.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names with ranges in brackets, as {@code web[01:03]}, {@code db[a:c]} or {@code web[1:9:2]}, written out. */
public final class HostRange {
    private static final Pattern RANGE =
            Pattern.compile("\\[(?:(\\d+)[:-](\\d+)|([a-z])[:-]([a-z])|([A-Z])[:-]([A-Z]))(?::(\\d+))?]");
    /** What means something in patterns, and what would make a mess of a terminal. */
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]\\s,!&*?'\"\\p{Cc}\\p{Cf}]");

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");
    private static final int MOST = 10_000;

    private HostRange() {}

    /** All names, the first range varying slowest. @throws Malformed when a range can't be read or has too many names */
    public static List<String> expand(String name) {
        if (name.isBlank()) {
            throw new Malformed("a host's name is empty", "Write for example 'web1' or 'web[01:03]'.");
        }
        Matcher range = RANGE.matcher(name);
        if (!range.find()) {
            return List.of(whole(name));
        }
        List<String> names = new ArrayList<>();
        for (String part : parts(range)) {
            for (String rest : rests(name.substring(range.end()))) {
                names.add(whole(name.substring(0, range.start()) + part + rest));
            }
            if (names.size() > MOST) {
                throw new Malformed("'" + name + "' are more than " + MOST + " hosts", "Check the range.");
            }
        }
        return List.copyOf(names);
    }

    private static List<String> rests(String rest) {
        return rest.isEmpty() ? List.of("") : expand(rest);
    }

    private static String whole(String name) {
        if (UNFIT.matcher(name).find() && !name.matches("\\[[0-9a-fA-F:]+]")) {
            throw new Malformed(
                    "'" + UNSEEN.matcher(name).replaceAll("?") + "' is not a host's name",
                    "Use letters, digits, dots and dashes; ranges are written 'web[01:03]' or 'db[a:c]'.");
        }
        return name;
    }

    private static List<String> parts(Matcher range) {
        int step = range.group(7) == null ? 1 : Integer.parseInt(range.group(7));
        boolean numbers = range.group(1) != null;
        String first = numbers ? range.group(1) : range.group(3) != null ? range.group(3) : range.group(5);
        String last = numbers ? range.group(2) : range.group(4) != null ? range.group(4) : range.group(6);
        int from = numbers ? number(first) : first.charAt(0);
        int to = numbers ? number(last) : last.charAt(0);
        if (to < from || step < 1 || first.startsWith("0") && first.length() > 1 && first.length() != last.length()) {
            throw new Malformed(
                    "'" + range.group() + "' is not a range",
                    "Write the smaller end first, both equally long: [01:12].");
        }
        List<String> parts = new ArrayList<>();
        for (int i = from; i <= to && parts.size() <= MOST; i += step) {
            parts.add(numbers ? "0".repeat(Math.max(0, width(first) - digits(i))) + i : String.valueOf((char) i));
        }
        return parts;
    }

    private static int number(String digits) {
        if (digits.length() > 9) {
            throw new Malformed("'" + digits + "' is too large for a range", "Check the range.");
        }
        return Integer.parseInt(digits);
    }

    private static int width(String first) {
        return first.startsWith("0") ? first.length() : 1;
    }

    private static int digits(int number) {
        return String.valueOf(number).length();
    }
}
