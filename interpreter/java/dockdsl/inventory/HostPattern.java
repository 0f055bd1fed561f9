package dockdsl.inventory;

import dockdsl.value.HostRange;
import dockdsl.value.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names with ranges and a port, as {@code web[01:03].example.com:2222} or {@code [2001:db8::1]:22}. */
record HostPattern(List<String> names, Optional<Integer> port) {
    private static final int LONGEST = 1000;
    private static final Pattern BRACKETED = Pattern.compile("\\[(.+)]:(\\d+)");
    private static final Pattern WITH_PORT = Pattern.compile("((?:[^:\\[\\]]|\\[[^\\]]*])*):(\\d+)");
    private static final Pattern OPEN_RANGE = Pattern.compile("\\[:(?=\\d+(?::\\d+)?])");
    private static final Pattern CROSSING_RANGE = Pattern.compile("\\[([a-z]):([A-Z])]");

    static HostPattern read(String text) {
        if (text.length() > LONGEST) {
            throw new Malformed(
                    "a host's name of " + text.length() + " characters is too long", "Write one host per line.");
        }
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher withPort = WITH_PORT.matcher(text);
        if (bracketed.matches()) {
            return new HostPattern(names(bracketed.group(1)), Optional.of(port(bracketed.group(2))));
        }
        if (withPort.matches()) {
            return new HostPattern(names(withPort.group(1)), Optional.of(port(withPort.group(2))));
        }
        return new HostPattern(names(text), Optional.empty());
    }

    private static List<String> names(String text) {
        if (text.endsWith(":") && !text.endsWith("::")) {
            throw new Malformed(
                    "'" + text + "' ends with a colon",
                    "A port follows behind a colon: web1:2222. If this is YAML, call the file .yml.");
        }
        if (text.equals("---")) {
            throw new Malformed("'---' is not a host", "If this is YAML, call the file .yml.");
        }
        if (CROSSING_RANGE.matcher(text).find()) {
            throw new Malformed(
                    "'" + text + "' has a range from a small letter to a capital one",
                    "Write two ranges: [a:z] and [A:C].");
        }
        return HostRange.expand(OPEN_RANGE.matcher(text).replaceAll("[0:"));
    }

    private static int port(String digits) {
        int port = digits.length() > 5 ? 0 : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new Malformed("the port is " + digits, "A port is a number from 1 to 65535.");
        }
        return port;
    }
}
