package dockdsl.value;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A port inside a container.
 *
 * @param number 1 to 65535
 * @param protocol {@code tcp}, {@code udp} or {@code sctp}
 */
public record Port(int number, String protocol) implements Comparable<Port> {
    private static final Set<String> PROTOCOLS = Set.of("tcp", "udp", "sctp");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");

    public Port {
        if (number < 1 || number > 65535) {
            throw new Malformed(number + " is not a port", "A port is a number from 1 to 65535.");
        }
        if (!PROTOCOLS.contains(protocol)) {
            throw new Malformed("'" + protocol + "' is not a protocol of a port", "Write tcp, udp or sctp.");
        }
    }

    /** @throws Malformed when the text is not {@code 80}, {@code 53/udp} or the like */
    public static Port parse(String text) {
        int slash = text.indexOf('/');
        return new Port(
                number(slash < 0 ? text : text.substring(0, slash)), slash < 0 ? "tcp" : text.substring(slash + 1));
    }

    /** Reads ranges too: {@code 3000-3005} and {@code 3000-3005/udp}. @throws Malformed as {@link #parse} */
    public static List<Port> range(String text) {
        int slash = text.indexOf('/');
        String numbers = slash < 0 ? text : text.substring(0, slash);
        int dash = numbers.indexOf('-');
        if (dash < 0) {
            return List.of(parse(text));
        }
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        int first = number(numbers.substring(0, dash));
        int last = number(numbers.substring(dash + 1));
        if (last < first) {
            throw new Malformed("the range '" + numbers + "' runs backwards", "Write the smaller number first.");
        }
        return IntStream.rangeClosed(first, last)
                .mapToObj(port -> new Port(port, protocol))
                .toList();
    }

    static int number(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new Malformed("'" + digits + "' is not a port", "A port is a number from 1 to 65535.");
        }
        return Integer.parseInt(digits);
    }

    @Override
    public int compareTo(Port other) {
        int byNumber = Integer.compare(number, other.number);
        return byNumber != 0 ? byNumber : protocol.compareTo(other.protocol);
    }

    /** As the engine writes it: {@code 80/tcp}. */
    @Override
    public String toString() {
        return number + "/" + protocol;
    }
}
