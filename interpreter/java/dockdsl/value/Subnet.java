package dockdsl.value;

/**
 * A range of addresses.
 *
 * @param first its first address: whatever address of it somebody writes, it is the same range
 * @param length how many bits all of its addresses share: 0 to 32 for IPv4, to 128 for IPv6
 */
public record Subnet(IpAddress first, int length) implements Comparable<Subnet> {
    private static final String SPELLING = "Write an address and a length, such as '172.28.0.0/16' or 'fd00:28::/64'.";

    public Subnet {
        if (length < 0 || length > (first.isIpv4() ? 32 : 128)) {
            throw new Malformed("/" + length + " is too long for the address " + first, SPELLING);
        }
        first = first.first(length);
    }

    /** @throws Malformed when it is no such range */
    public static Subnet parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            throw new Malformed("'" + text + "' is not a subnet", SPELLING);
        }
        return new Subnet(IpAddress.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    public boolean isIpv4() {
        return first.isIpv4();
    }

    /** Whether the address lies in it. */
    public boolean has(IpAddress address) {
        byte[] ours = first.address().getAddress();
        byte[] theirs = address.address().getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Subnet other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return first + "/" + length;
    }
}
