package dockdsl.value;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address of IPv4 or IPv6; however it is spelled, the same address is equal. */
public record IpAddress(InetAddress address) implements Comparable<IpAddress> {

    /** Four numbers without zeros in front, or something with colons: Java reads more, such as 80 as 0.0.0.80, and engines don't. */
    private static final Pattern SPELLING =
            Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Asks no name service. @throws Malformed when the text is no address */
    public static IpAddress parse(String text) {
        try {
            if (SPELLING.matcher(text).matches()) {
                return new IpAddress(InetAddress.ofLiteral(text));
            }
        } catch (IllegalArgumentException notAnAddress) {
            // told below
        }
        throw new Malformed("'" + text + "' is not an IP address", "Write for example '10.0.0.21' or 'fd00::21'.");
    }

    /** The one spelling of an address, also of one in brackets; any other text as it is. */
    public static String normal(String text) {
        return find(text.strip().replaceFirst("^\\[(.*)]$", "$1"))
                .map(IpAddress::toString)
                .orElse(text.strip());
    }

    /** The address that the text is, if it is one. */
    public static Optional<IpAddress> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (Malformed notAnAddress) {
            return Optional.empty();
        }
    }

    /** The first of all addresses that share this many bits with it. */
    IpAddress first(int length) {
        byte[] bytes = address.getAddress();
        for (int bit = length; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        try {
            return new IpAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean isIpv4() {
        return address instanceof Inet4Address;
    }

    @Override
    public int compareTo(IpAddress other) {
        return toString().compareTo(other.toString());
    }

    /** With the longest run of zeros left out, as RFC 5952 wants it. */
    @Override
    public String toString() {
        String text = address.getHostAddress();
        if (isIpv4()) {
            return text;
        }
        for (int zeros = 8; zeros >= 2; zeros--) {
            String shorter = text.replaceFirst("(^|:)0(:0){" + (zeros - 1) + "}(:|$)", "::");
            if (!shorter.equals(text)) {
                return shorter;
            }
        }
        return text;
    }
}
