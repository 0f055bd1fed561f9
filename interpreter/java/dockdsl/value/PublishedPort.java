package dockdsl.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A port of a container that is reachable through the host.
 *
 * @param hostIp the host's address it listens on; empty means all of them
 * @param hostPort 1 to 65535; 0 means one that the engine picks
 */
public record PublishedPort(String hostIp, int hostPort, Port port) implements Comparable<PublishedPort> {
    private static final Comparator<PublishedPort> ORDER = Comparator.comparing(PublishedPort::port)
            .thenComparingInt(PublishedPort::hostPort)
            .thenComparing(PublishedPort::hostIp);
    private static final String SPELLINGS =
            "Write 'host:container' such as '8080:80', with an address before it '127.0.0.1:8080:80', or a protocol behind it '53:53/udp'.";

    public PublishedPort {
        hostIp = hostIp.isEmpty() ? "" : everywhere(IpAddress.parse(hostIp).toString());
        if (hostPort < 0 || hostPort > 65535) {
            throw new Malformed(hostPort + " is not a port", "A port is a number from 1 to 65535.");
        }
    }

    private static String everywhere(String ip) {
        return ip.equals("0.0.0.0") || ip.equals("::") ? "" : ip;
    }

    /**
     * Reads Docker's spellings, ranges too: {@code 80}, {@code 8080:80}, {@code 127.0.0.1:8080:80/tcp}, {@code [::1]:80:80},
     * {@code 8000-8010:8000-8010}.
     *
     * @throws Malformed when it is none of them, or the ranges differ in length
     */
    public static List<PublishedPort> parse(String text) {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "tcp" : text.substring(slash + 1);
        String numbers = slash < 0 ? text : text.substring(0, slash);
        int bracket = numbers.lastIndexOf("]:");
        String ip = bracket < 0 ? "" : numbers.substring(1, bracket);
        List<String> parts =
                new ArrayList<>(List.of((bracket < 0 ? numbers : numbers.substring(bracket + 2)).split(":", -1)));
        if (bracket < 0 && parts.size() == 3) {
            ip = parts.removeFirst();
        }
        if (parts.size() > 2) {
            throw new Malformed("'" + text + "' is not a published port", SPELLINGS);
        }
        return pair(text, ip, parts.size() == 2 ? parts.getFirst() : "", parts.getLast(), protocol);
    }

    private static List<PublishedPort> pair(String text, String ip, String host, String container, String protocol) {
        Range inside = Range.parse(container);
        Range outside = host.isEmpty() ? new Range(0, 0) : Range.parse(host);
        if (!host.isEmpty() && inside.length() != outside.length()) {
            throw new Malformed("the two ranges of '" + text + "' differ in length", SPELLINGS);
        }
        List<PublishedPort> ports = new ArrayList<>();
        for (int i = 0; i < inside.length(); i++) {
            int hostPort = host.isEmpty() ? 0 : outside.first + i;
            ports.add(new PublishedPort(ip, hostPort, new Port(inside.first + i, protocol)));
        }
        return List.copyOf(ports);
    }

    /** Where it is reached; two that differ in the container's port only can't both be there. */
    public String outside() {
        return hostPort == 0 ? toString() : hostIp + ":" + hostPort + "/" + port.protocol();
    }

    /** Whether one host cannot give both of them; a port that the engine picks clashes with none. */
    public boolean clashesWith(PublishedPort other) {
        return hostPort != 0
                && hostPort == other.hostPort
                && port.protocol().equals(other.port.protocol())
                && (hostIp.isEmpty() || other.hostIp.isEmpty() || hostIp.equals(other.hostIp));
    }

    @Override
    public int compareTo(PublishedPort other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        String inside = port.protocol().equals("tcp") ? String.valueOf(port.number()) : port.toString();
        String ip = hostIp.isEmpty() ? "" : (hostIp.contains(":") ? "[" + hostIp + "]" : hostIp) + ":";
        return hostPort == 0 && ip.isEmpty() ? inside : ip + (hostPort == 0 ? "" : hostPort) + ":" + inside;
    }

    private record Range(int first, int last) {
        static Range parse(String text) {
            int dash = text.indexOf('-');
            int first = Port.number(dash < 0 ? text : text.substring(0, dash));
            int last = dash < 0 ? first : Port.number(text.substring(dash + 1));
            if (last < first) {
                throw new Malformed("the range '" + text + "' runs backwards", SPELLINGS);
            }
            return new Range(first, last);
        }

        int length() {
            return last - first + 1;
        }
    }
}
