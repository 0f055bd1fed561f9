package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a login goes and with what, after inventory, configuration and defaults were merged.
 *
 * @param host the host's name in the inventory
 * @param address a name or an IP address
 * @param keyAlias the name under which known_hosts has the host's key, when that is not address and port
 * @param password to log in with where no key is accepted
 * @param methods the ways to log in that the configuration leaves, in its order
 * @param unknownKeys what to do with the key of an unknown host
 * @param proxyCommand a program of this machine whose input and output lead to the host; ready to be run by a shell
 * @param jumps the hosts to go through, the first one first
 * @param remarks what to say besides when nobody is let in, as clauses
 * @param timeout how long connecting and logging in may take
 */
record Destination(
        String host,
        String address,
        int port,
        String user,
        Host.Sudo sudo,
        Optional<Secret> password,
        Optional<String> keyAlias,
        KnownHostsFiles knownHosts,
        List<LoginMethod> methods,
        LoginKeys keys,
        UnknownKeys unknownKeys,
        Optional<String> proxyCommand,
        List<Destination> jumps,
        List<String> remarks,
        Duration timeout) {

    /** What {@code StrictHostKeyChecking} says. */
    enum UnknownKeys {
        ACCEPT,
        ASK,
        REFUSE
    }

    Destination {
        methods = List.copyOf(methods);
        jumps = List.copyOf(jumps);
        remarks = List.copyOf(remarks);
    }

    /** The name to look for in known_hosts. */
    String knownAs() {
        return keyAlias.orElseGet(() -> port == 22 ? address : "[" + address + "]:" + port);
    }

    /** The name without the port, where known_hosts may have the key as that of the host, whatever the port. */
    Optional<String> alsoKnownAs() {
        return Optional.of(address).filter(name -> keyAlias.isEmpty() && port != 22);
    }

    /** The last host to go through, and how to get there. */
    Optional<Destination> via() {
        return jumps.isEmpty()
                ? Optional.empty()
                : Optional.of(jumps.getLast().through(jumps.subList(0, jumps.size() - 1)));
    }

    private Destination through(List<Destination> way) {
        return new Destination(
                host,
                address,
                port,
                user,
                sudo,
                password,
                keyAlias,
                knownHosts,
                methods,
                keys,
                unknownKeys,
                proxyCommand,
                way,
                remarks,
                timeout);
    }

    Destination withoutPassword() {
        return new Destination(
                host,
                address,
                port,
                user,
                sudo,
                Optional.empty(),
                keyAlias,
                knownHosts,
                methods,
                keys,
                unknownKeys,
                proxyCommand,
                jumps,
                remarks,
                timeout);
    }

    /** Every login on the way here, this one included. */
    String way() {
        return Stream.concat(jumps.stream(), Stream.of(this))
                .map(Destination::login)
                .collect(Collectors.joining(","));
    }

    /** {@code deploy@10.0.0.21:2222}, for messages. */
    String login() {
        var place = address.contains(":") && port != 22 ? "[" + address + "]" : address;
        return user + "@" + place + (port == 22 ? "" : ":" + port);
    }
}
