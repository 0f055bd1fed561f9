package dockdsl.vocabulary;

import dockdsl.value.IpAddress;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names and addresses by which containers look things up, and how the engine keeps them. */
final class LookupKinds {
    private static final String SERVERS_EXPECTS = "one or more addresses such as '10.0.0.53'";

    /** Names with addresses, in the spellings of Docker and Compose too; whether they are addresses is asked later, of all at once. */
    static final Kind<SortedMap<String, String>> HOSTS = new Kind<>(
            "names with addresses, such as db: '10.0.0.21'",
            List.of(),
            arguments -> Kinds.mapped(
                    Kinds.PAIRS
                            .read()
                            .apply(new Arguments(
                                    arguments.flat().stream()
                                            .map(LookupKinds::pair)
                                            .toList(),
                                    arguments.named())),
                    IpAddress::normal),
            hosts -> hosts);

    static final Kind<List<String>> SERVERS = Kind.plain(
            SERVERS_EXPECTS,
            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), SERVERS_EXPECTS).stream()
                    .map(server -> IpAddress.parse(Arguments.text(server)).toString())
                    .toList(),
            servers -> String.join(", ", servers));

    private LookupKinds() {}

    /** The first colon ends the name, as the first equals sign does; an IPv6 address has more of them. */
    private static Object pair(Object value) {
        return value instanceof CharSequence text ? text.toString().replaceFirst("[:=]", "=") : value;
    }

    static EngineForm<SortedMap<String, String>> hosts() {
        return EngineForm.of(
                "HostConfig.ExtraHosts",
                Collections.emptySortedMap(),
                inspect -> hosts(inspect.texts("HostConfig.ExtraHosts")),
                (body, hosts) -> body.with(
                        "HostConfig.ExtraHosts",
                        hosts.entrySet().stream()
                                .map(host -> host.getKey() + ":" + host.getValue())
                                .toList()));
    }

    private static SortedMap<String, String> hosts(List<String> lines) {
        SortedMap<String, String> hosts = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split("[:=]", 2);
            hosts.put(parts[0], IpAddress.normal(parts[parts.length - 1]));
        }
        return Collections.unmodifiableSortedMap(hosts);
    }

    static EngineForm<List<String>> servers() {
        return EngineForm.of(
                "HostConfig.Dns",
                List.of(),
                inspect -> inspect.texts("HostConfig.Dns").stream()
                        .map(IpAddress::normal)
                        .toList(),
                (body, servers) -> body.with("HostConfig.Dns", servers));
    }
}
