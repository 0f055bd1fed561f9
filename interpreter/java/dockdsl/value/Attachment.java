package dockdsl.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a container has in a network besides names.
 *
 * @param ip its fixed address of IPv4; the engine's choice when empty
 * @param ip6 its fixed address of IPv6; the engine's choice when empty
 * @param options of the network's driver
 * @param gatewayPriority the network with the highest leads out of the container; 0 when not said
 */
public record Attachment(
        Optional<IpAddress> ip, Optional<IpAddress> ip6, SortedMap<String, String> options, int gatewayPriority) {
    public static final Attachment PLAIN =
            new Attachment(Optional.empty(), Optional.empty(), Collections.emptySortedMap(), 0);

    public Attachment {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** The same without an address of its own. */
    public Attachment floating() {
        return new Attachment(Optional.empty(), Optional.empty(), options, gatewayPriority);
    }

    /** Half sentences such as {@code 172.28.0.9}; none for a plain one. */
    public List<String> details() {
        List<String> parts = new ArrayList<>();
        ip.ifPresent(address -> parts.add(address.toString()));
        ip6.ifPresent(address -> parts.add(address.toString()));
        options.forEach((name, value) -> parts.add(name + "=" + value));
        if (gatewayPriority != 0) {
            parts.add("gateway priority " + gatewayPriority);
        }
        return List.copyOf(parts);
    }
}
