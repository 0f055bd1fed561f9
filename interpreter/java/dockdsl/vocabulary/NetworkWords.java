package dockdsl.vocabulary;

import dockdsl.observed.Generation;
import dockdsl.value.AddressPool;
import dockdsl.value.IpAddress;
import dockdsl.value.Subnet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** The words of a {@code network}: behind its name, or in its block. */
public final class NetworkWords {
    public static final Setting<String> DRIVER = Setting.of(
                    "driver",
                    Kinds.TEXT,
                    "driver 'bridge'",
                    "The engine's driver that makes it: 'bridge' when not said, or 'macvlan', 'ipvlan' and others that the engine has.")
            .alsoKnownAs("type", "network_driver")
            .keptAs(StandFields.text("Driver", "bridge"));

    public static final Setting<SortedMap<String, String>> OPTIONS = Setting.of(
                    "options",
                    Kinds.PAIRS,
                    "options 'com.docker.network.driver.mtu': 1400",
                    "Options of the driver. An option that the engine adds by itself is no difference.")
            .alsoKnownAs("driver_opts", "driverOpts", "driver_options", "opt", "opts")
            .adding(Kinds::merged)
            .keptAs(StandFields.options("Options"));

    public static final Setting<Boolean> INTERNAL = Setting.of(
                    "internal", Kinds.FLAG, "internal true", "Whether nothing in it reaches the world outside.")
            .alsoKnownAs("isolated")
            .keptAs(StandFields.flag("Internal"));

    public static final Setting<Boolean> ATTACHABLE = Setting.of(
                    "attachable",
                    Kinds.FLAG,
                    "attachable true",
                    "Whether single containers may join a network of a swarm.")
            .keptAs(StandFields.flag("Attachable"));

    public static final Setting<Boolean> IPV6 = Setting.of(
                    "ipv6",
                    Kinds.FLAG,
                    "ipv6 true",
                    "Whether containers get addresses of IPv6 as well. Engines before 27 want a subnet of IPv6 with it.")
            .alsoKnownAs("enable_ipv6", "enableIpv6", "enableIPv6")
            .keptAs(StandFields.flag("EnableIPv6"));

    public static final Setting<Boolean> IPV4 = Setting.of(
                    "ipv4",
                    NetworkKinds.ON,
                    "ipv4 false",
                    "Whether containers get addresses of IPv4; false leaves them those of `ipv6`. True when not said.")
            .alsoKnownAs("enable_ipv4", "enableIpv4", "enableIPv4")
            .keptAs(StandFields.flagOfOld("EnableIPv4"))
            .since(Generation.DOCKER_28, "ipv4 false", flag -> !flag);

    public static final Setting<Subnet> SUBNET = Setting.of(
                    "subnet",
                    NetworkKinds.SUBNET,
                    "subnet '172.28.0.0/16'",
                    "The addresses it has; the engine's choice when not said, which is never a difference.")
            .alsoKnownAs("cidr");

    public static final Setting<IpAddress> GATEWAY = Setting.of(
            "gateway",
            NetworkKinds.ADDRESS,
            "gateway '172.28.0.1'",
            "The host's own address in the subnet; the engine's choice when not said.");

    public static final Setting<Subnet> IP_RANGE = Setting.of(
                    "ipRange",
                    NetworkKinds.SUBNET,
                    "ipRange '172.28.5.0/24'",
                    "The part of the subnet from which containers get their addresses.")
            .alsoKnownAs("ip_range", "iprange");

    public static final Setting<SortedMap<String, IpAddress>> AUX_ADDRESSES = Setting.of(
                    "auxAddresses",
                    NetworkKinds.ADDRESSES,
                    "auxAddresses router: '172.28.0.5'",
                    "Addresses of the subnet that no container gets, because something else has them.")
            .alsoKnownAs("aux_addresses", "aux_address")
            .adding(Kinds::merged);

    public static final Setting<SortedSet<AddressPool>> IPAM = Setting.of(
                    "ipam",
                    NetworkKinds.POOLS,
                    "ipam([subnet: '172.28.0.0/16'], [subnet: 'fd00:28::/64', gateway: 'fd00:28::1'])",
                    "Several subnets, each with `gateway:`, `ipRange:` and `auxAddresses:` of its own if wanted.")
            .alsoKnownAs("ipam_config", "pools", "subnets")
            .adding(Kinds::union)
            .keptAs(StandFields.pools());

    public static final Setting<String> IPAM_DRIVER = Setting.of(
                    "ipamDriver",
                    Kinds.TEXT,
                    "ipamDriver 'default'",
                    "Who gives out the addresses: the engine itself when not said, or a plugin.")
            .alsoKnownAs("ipam_driver")
            .keptAs(StandFields.text("IPAM.Driver", "default"));

    public static final Setting<SortedMap<String, String>> IPAM_OPTIONS = Setting.of(
                    "ipamOptions",
                    Kinds.PAIRS,
                    "ipamOptions 'com.example.pool': 'blue'",
                    "Options of who gives out the addresses. One that he adds by himself is no difference.")
            .alsoKnownAs("ipam_options", "ipam_opts", "ipamOpts", "ipam_opt", "ipam_driver_options")
            .adding(Kinds::merged)
            .keptAs(StandFields.ipamOptions());

    public static final Setting<SortedMap<String, String>> LABELS = Setting.of(
                    "labels", Kinds.PAIRS, "labels team: 'web'", "Labels. Names that begin with `dockdsl.` are ours.")
            .alsoKnownAs("label")
            .adding(Kinds::merged)
            .keptAs(StandFields.labels());

    public static final Setting<Boolean> EXTERNAL = Setting.of(
            "external",
            Kinds.FLAG,
            "external true",
            "Whether somebody else makes it: it is used, never made, changed or removed, and an error where it is missing.");

    static final List<Word> WORDS = List.of(
            DRIVER,
            OPTIONS,
            INTERNAL,
            ATTACHABLE,
            IPV6,
            IPV4,
            SUBNET,
            GATEWAY,
            IP_RANGE,
            AUX_ADDRESSES,
            IPAM,
            IPAM_DRIVER,
            IPAM_OPTIONS,
            LABELS,
            EXTERNAL);

    /** The settings that the engine keeps, in the order in which differences are told. */
    public static final List<Setting<?>> KEPT = kept(WORDS);

    /** Those that older engines do not know. */
    public static final List<Setting<?>> NEW =
            KEPT.stream().filter(setting -> !setting.novelties().isEmpty()).toList();

    private static final String DOC =
            "A network that the site owns, made on each host where a container is a member. Its name has two characters or more. "
                    + "One whose settings change is made anew: its members run on, leave it and join it again.";

    /** Its name, when no block follows. */
    public static final Setting<List<Declaration>> NETWORK = Setting.of(
                    "network",
                    Declaration.kind(
                            "a name in quotes, and what else is known of it: 'backend', internal: true", WORDS),
                    "network 'backend', subnet: '172.28.0.0/16', internal: true",
                    DOC)
            .adding(Kinds::joined);

    public static final Block BLOCK = new Block(
            "network",
            DOC + " Its settings stand behind the name or in a block: network('backend') { internal true }.",
            "network 'backend', subnet: '172.28.0.0/16', internal: true",
            List.of("networks", "docker_network"),
            WORDS);

    private NetworkWords() {}

    static List<Setting<?>> kept(List<Word> words) {
        return words.stream()
                .filter(word ->
                        word instanceof Setting<?> setting && setting.engine().isPresent())
                .<Setting<?>>map(word -> (Setting<?>) word)
                .collect(Collectors.toUnmodifiableList());
    }
}
