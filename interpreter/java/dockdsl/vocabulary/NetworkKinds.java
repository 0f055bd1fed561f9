package dockdsl.vocabulary;

import dockdsl.value.AddressPool;
import dockdsl.value.Attachment;
import dockdsl.value.IpAddress;
import dockdsl.value.Malformed;
import dockdsl.value.NetworkMembership;
import dockdsl.value.Subnet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The sorts of values that the settings of networks take. */
final class NetworkKinds {
    private static final String POOL_EXAMPLE = "[subnet: '172.28.0.0/16', gateway: '172.28.0.1']";

    static final Kind<Subnet> SUBNET = Kind.plain(
            "a subnet such as '172.28.0.0/16'",
            arguments -> Subnet.parse(Arguments.text(arguments.allowing().only("a subnet such as '172.28.0.0/16'"))),
            Subnet::toString);

    static final Kind<IpAddress> ADDRESS = Kind.plain(
            "an address such as '172.28.0.1'",
            arguments -> IpAddress.parse(Arguments.text(arguments.allowing().only("an address such as '172.28.0.1'"))),
            IpAddress::toString);

    /** A flag of which nothing is shown when it is set, as it is unless somebody says otherwise. */
    static final Kind<Boolean> ON = Kind.<Boolean>plain(
                    Kinds.FLAG.expects(), Kinds.FLAG.read(), flag -> flag ? "" : "false")
            .choosing("true", "false");

    static final Kind<SortedMap<String, IpAddress>> ADDRESSES = new Kind<>(
            "names with addresses, such as router: '172.28.0.5'",
            List.of(),
            arguments -> addresses(Kinds.PAIRS.read().apply(arguments)),
            addresses -> addresses.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            entry -> entry.getValue().toString(),
                            (one, other) -> one,
                            TreeMap::new)));

    static final Kind<SortedSet<AddressPool>> POOLS = new Kind<>(
            "one or more pools such as " + POOL_EXAMPLE,
            List.of(),
            arguments -> Kinds.sorted(
                    Kinds.atLeastOne(pools(arguments), "one or more pools such as " + POOL_EXAMPLE).stream()
                            .map(NetworkKinds::pool)
                            .toList()),
            pools -> pools.stream()
                    .collect(Collectors.toMap(
                            pool -> pool.subnet().toString(),
                            AddressPool::details,
                            (one, other) -> one + "; " + other,
                            TreeMap::new)));

    static final Kind<SortedSet<NetworkMembership>> MEMBERSHIPS = new Kind<>(
            "networks' names: 'backend', or 'backend', aliases: ['db'], ip: '172.28.0.9'",
            List.of(),
            arguments -> Kinds.sorted(memberships(arguments)),
            memberships -> memberships.stream()
                    .collect(Collectors.toMap(
                            NetworkMembership::network, NetworkKinds::details, (one, other) -> one, TreeMap::new)));

    static final Kind<String> MAC = Kind.plain(
            "a hardware address such as '02:42:ac:1c:00:09'",
            arguments ->
                    mac(Arguments.text(arguments.allowing().only("a hardware address such as '02:42:ac:1c:00:09'"))),
            mac -> mac);

    private NetworkKinds() {}

    private static String mac(String text) {
        String mac = text.toLowerCase(Locale.ROOT).replace('-', ':');
        if (!mac.matches("[0-9a-f]{2}(:[0-9a-f]{2}){5}")) {
            throw new Malformed(
                    "'" + text + "' is not a hardware address", "Write six pairs of digits: '02:42:ac:1c:00:09'.");
        }
        return mac;
    }

    private static String details(NetworkMembership membership) {
        List<String> details = new ArrayList<>(membership.aliases());
        details.addAll(membership.attachment().details());
        return details.isEmpty() ? "member" : "as " + String.join(", ", details);
    }

    private static List<NetworkMembership> memberships(Arguments arguments) {
        canonicalMembership(arguments);
        Attachment attachment = new Attachment(
                address(arguments, "ip", true),
                address(arguments, "ip6", false),
                Optional.ofNullable(arguments.named().get("options"))
                        .map(options -> Kinds.PAIRS.read().apply(Arguments.of(options)))
                        .orElse(Collections.emptySortedMap()),
                arguments.integer("gatewayPriority", 0));
        return Kinds.atLeastOne(arguments.flat(), "networks' names in quotes").stream()
                .map(name -> new NetworkMembership(Arguments.text(name), aliases(arguments), attachment))
                .toList();
    }

    /** @throws Malformed when a name is not one of ours; it says which one Docker's and Compose's mean */
    private static void canonicalMembership(Arguments arguments) {
        for (String name : arguments.named().keySet()) {
            switch (name) {
                case "ipv4_address", "ip_address", "ipv4" -> throw instead(name, "ip: '172.28.0.9'");
                case "ipv6_address", "ipv6" -> throw instead(name, "ip6: 'fd00:28::9'");
                case "driver_opts" -> throw instead(name, "options: [...]");
                case "gw_priority", "priority" -> throw instead(name, "gatewayPriority: 10");
                case "mac", "mac_address" ->
                    throw new Malformed(
                            "'" + name + ":' means nothing here",
                            "It belongs to the container: macAddress '02:42:ac:1c:00:09'.");
                default -> {}
            }
        }
        arguments.allowing("aliases", "ip", "ip6", "options", "gatewayPriority");
    }

    private static Malformed instead(String name, String ours) {
        return new Malformed("'" + name + ":' means nothing here", "Write " + ours + ".");
    }

    private static Optional<IpAddress> address(Arguments arguments, String name, boolean ipv4) {
        Optional<IpAddress> address = Optional.ofNullable(arguments.named().get(name))
                .map(Arguments::text)
                .map(IpAddress::parse);
        if (address.filter(known -> known.isIpv4() != ipv4).isPresent()) {
            throw new Malformed(
                    "'" + address.get() + "' is not an address of " + (ipv4 ? "IPv4" : "IPv6"),
                    "Write " + (ipv4 ? "ip6" : "ip") + ": for it.");
        }
        return address;
    }

    private static SortedSet<String> aliases(Arguments arguments) {
        return switch (arguments.named().getOrDefault("aliases", List.of())) {
            case Collection<?> several ->
                Kinds.sorted(several.stream().map(Arguments::text).toList());
            case Object one -> Kinds.sorted(List.of(Arguments.text(one)));
        };
    }

    private static List<Object> pools(Arguments arguments) {
        return arguments.named().isEmpty() ? arguments.flat() : List.of(arguments.named());
    }

    private static AddressPool pool(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Malformed("'" + value + "' is not a pool of addresses", "Write " + POOL_EXAMPLE + ".");
        }
        Map<String, Object> fields = new TreeMap<>();
        map.forEach((name, field) -> fields.put(canonical(String.valueOf(name)), field));
        if (!fields.containsKey("subnet")) {
            throw new Malformed("a pool of addresses has no subnet", "Write " + POOL_EXAMPLE + ".");
        }
        return new AddressPool(
                Subnet.parse(Arguments.text(fields.get("subnet"))),
                Optional.ofNullable(fields.get("gateway")).map(Arguments::text).map(IpAddress::parse),
                Optional.ofNullable(fields.get("ipRange")).map(Arguments::text).map(Subnet::parse),
                Optional.ofNullable(fields.get("auxAddresses"))
                        .map(taken -> addresses(Kinds.PAIRS.read().apply(Arguments.of(taken))))
                        .orElse(Collections.emptySortedMap()));
    }

    /** Compose's spellings are understood where they are copied from. */
    private static String canonical(String name) {
        return switch (name) {
            case "subnet", "gateway", "ipRange", "auxAddresses" -> name;
            case "ip_range" -> "ipRange";
            case "aux_addresses" -> "auxAddresses";
            default ->
                throw new Malformed(
                        "'" + name + ":' means nothing in a pool of addresses",
                        "It takes subnet, gateway, ipRange and auxAddresses.");
        };
    }

    private static SortedMap<String, IpAddress> addresses(SortedMap<String, String> texts) {
        SortedMap<String, IpAddress> addresses = new TreeMap<>();
        texts.forEach((name, text) -> addresses.put(name, IpAddress.parse(text)));
        return Collections.unmodifiableSortedMap(addresses);
    }
}
