package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Declared;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.AddressPool;
import dockdsl.value.IpAddress;
import dockdsl.value.NetworkMembership;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.VolumeWords;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What networks and volumes may not say, and which addresses containers may have in networks. */
final class StandRules {
    private static final String OURS = "dockdsl.";

    private StandRules() {}

    static void check(Site site, Problems problems) {
        for (NetworkSpec network : site.networks()) {
            checkLoneParts(network, problems);
            network.pools().forEach(pool -> checkPool(network, pool, problems));
            checkExternal(
                    "network",
                    network.name(),
                    network.settings(),
                    NetworkWords.KEPT,
                    network.isExternal(),
                    network.where(),
                    problems);
            checkLabels(network.settings(), NetworkWords.LABELS, network.where(), problems);
        }
        for (VolumeSpec volume : site.volumes()) {
            checkExternal(
                    "volume",
                    volume.name(),
                    volume.settings(),
                    VolumeWords.KEPT,
                    volume.isExternal(),
                    volume.where(),
                    problems);
            checkLabels(volume.settings(), VolumeWords.LABELS, volume.where(), problems);
        }
        site.containers().forEach(container -> checkAddresses(site, container, problems));
    }

    private static void checkLoneParts(NetworkSpec network, Problems problems) {
        if (!network.settings().says(NetworkWords.SUBNET)) {
            Stream.of(NetworkWords.GATEWAY, NetworkWords.IP_RANGE, NetworkWords.AUX_ADDRESSES)
                    .filter(network.settings()::says)
                    .forEach(setting -> problems.add(
                            network.settings().where(setting).orElse(network.where()),
                            "the network '" + network.name() + "' has `" + setting.name()
                                    + "` and no subnet of its own",
                            "Write the subnet that it belongs to: subnet: '172.28.0.0/16'."));
        }
    }

    private static void checkPool(NetworkSpec network, AddressPool pool, Problems problems) {
        Stream.of(
                        pool.gateway().stream(),
                        pool.range().map(range -> range.first()).stream(),
                        pool.taken().values().stream())
                .flatMap(addresses -> addresses)
                .filter(address -> !pool.subnet().has(address))
                .forEach(address -> problems.add(
                        network.settings().where(NetworkWords.IPAM).orElse(network.where()),
                        address + " is not in the subnet " + pool.subnet() + " of the network '" + network.name() + "'",
                        "Check both of them."));
    }

    private static void checkExternal(
            String kind,
            String name,
            Declared settings,
            List<Setting<?>> kept,
            boolean external,
            SourceRef where,
            Problems problems) {
        kept.stream()
                .filter(setting -> external && settings.says(setting))
                .findFirst()
                .ifPresent(setting -> problems.add(
                        settings.where(setting).orElse(where),
                        "the " + kind + " '" + name + "' is external and has `" + setting.name() + "`",
                        "Whoever makes it decides that. Remove one of the two."));
    }

    private static void checkLabels(
            Declared settings, Setting<SortedMap<String, String>> setting, SourceRef where, Problems problems) {
        settings.find(setting).stream()
                .flatMap(labels -> labels.keySet().stream())
                .filter(label -> label.startsWith(OURS))
                .forEach(label -> problems.add(
                        settings.where(setting).orElse(where),
                        "the label '" + label + "' is one of dockdsl's own",
                        "Give it a name that does not begin with '" + OURS + "'."));
    }

    private static void checkAddresses(Site site, ContainerSpec container, Problems problems) {
        for (NetworkMembership membership : container.networks()) {
            Stream.of(membership.attachment().ip(), membership.attachment().ip6())
                    .flatMap(Optional::stream)
                    .forEach(address -> site.network(membership.network())
                            .filter(network -> !network.isExternal())
                            .ifPresent(network -> checkAddress(network, container, address, problems)));
        }
    }

    /** Engines give fixed addresses only in subnets that somebody chose. */
    private static void checkAddress(
            NetworkSpec network, ContainerSpec container, IpAddress address, Problems problems) {
        if (network.pools().stream().noneMatch(pool -> pool.subnet().has(address))) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.NETWORKS),
                    "no subnet of the network '" + network.name() + "' has the address " + address,
                    "Give the network in line " + network.where().line() + " a subnet that has it: subnet: '"
                            + (address.isIpv4() ? "172.28.0.0/16" : "fd00:28::/64") + "'.");
        } else if (container.settings().get(ContainerWords.INSTANCES, 1) > 1 && container.instance() == 1) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.NETWORKS),
                    "the instances of '" + container.name() + "' all want the address " + address,
                    "Leave the address to the engine; links and aliases find them all.");
        }
    }
}
