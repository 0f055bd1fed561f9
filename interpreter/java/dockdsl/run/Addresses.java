package dockdsl.run;

import dockdsl.host.HostConnector;
import dockdsl.model.Host;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where hosts find each other. */
final class Addresses {
    private Addresses() {}

    /**
     * The private address of a host, else the one its session ends at, else the one where it would.
     *
     * @param ends where the sessions of hosts end that are connected, by name
     * @param connector knows what configuration calls the others
     */
    static Map<String, String> of(
            Collection<Host> hosts, Function<String, Optional<String>> ends, HostConnector connector) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Host host : hosts) {
            host.privateAddress()
                    .or(() -> ends.apply(host.name()))
                    .or(() -> resolved(connector.address(host)))
                    .ifPresent(address -> addresses.put(host.name(), address));
        }
        return addresses;
    }

    private static Optional<String> resolved(String name) {
        try {
            return Optional.of(InetAddress.getByName(name).getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
