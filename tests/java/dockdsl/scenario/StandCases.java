package dockdsl.scenario;

import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.VolumeWords;
import java.util.List;

/** For each setting of networks and volumes that an engine keeps: a value, another spelling of it, and another value. */
final class StandCases {
    /**
     * One network or volume that lives through all spellings.
     *
     * @param always what it says beside the setting, from beginning to end
     */
    record Case(Setting<?> setting, String name, String always, String first, String respelled, String second) {
        String container() {
            return "in-" + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> NETWORKS = List.of(
            new Case(
                    NetworkWords.OPTIONS,
                    "net-options",
                    "",
                    "options 'com.docker.network.driver.mtu': 1400",
                    "options(['com.docker.network.driver.mtu': '1400'])",
                    "options 'com.docker.network.driver.mtu': 1300"),
            new Case(NetworkWords.INTERNAL, "net-internal", "", "internal true", "internal()", "internal false"),
            new Case(
                    NetworkWords.ATTACHABLE,
                    "net-attachable",
                    "",
                    "attachable true",
                    "attachable()",
                    "attachable false"),
            new Case(
                    NetworkWords.IPV6,
                    "net-ipv6",
                    "ipam([subnet: '10.91.0.0/24'], [subnet: 'fd00:91::/64'])",
                    "ipv6 true",
                    "ipv6()",
                    "ipv6 false"),
            new Case(
                    NetworkWords.IPAM,
                    "net-subnet",
                    "",
                    "subnet '10.92.0.0/24'",
                    "ipam subnet: '10.92.0.7/24'",
                    "subnet '10.92.1.0/24'"),
            new Case(
                    NetworkWords.IPAM,
                    "net-gateway",
                    "subnet '10.93.0.0/24'",
                    "gateway '10.93.0.9'",
                    "gateway \"10.93.0.${9}\"",
                    "gateway '10.93.0.10'"),
            new Case(
                    NetworkWords.IPAM,
                    "net-range",
                    "subnet '10.94.0.0/24'",
                    "ipRange '10.94.0.128/25'",
                    "ipRange '10.94.0.130/25'",
                    "ipRange '10.94.0.64/26'"),
            new Case(
                    NetworkWords.IPAM,
                    "net-taken",
                    "subnet '10.95.0.0/24'",
                    "auxAddresses router: '10.95.0.5', printer: '10.95.0.6'",
                    "auxAddresses printer: '10.95.0.6'; auxAddresses(['router': '10.95.0.5'])",
                    "auxAddresses router: '10.95.0.7', printer: '10.95.0.6'"),
            new Case(
                    NetworkWords.IPAM,
                    "net-pools",
                    "",
                    "ipv6 true; ipam([subnet: '10.96.0.0/24'], [subnet: 'fd00:96::/64', gateway: 'fd00:96::1'])",
                    "ipv6 true; ipam([subnet: 'FD00:0096::/64', gateway: 'fd00:96:0::1'], [subnet: '10.96.0.0/24'])",
                    "ipv6 true; ipam([subnet: '10.96.0.0/24'], [subnet: 'fd00:96:1::/64', gateway: 'fd00:96:1::1'])"),
            new Case(
                    NetworkWords.IPAM_OPTIONS,
                    "net-ipam-options",
                    "",
                    "ipamOptions 'com.example.pool': 'blue', 'com.example.size': 24",
                    "ipamOptions(['com.example.size': '24']); ipamOptions 'com.example.pool=blue'",
                    "ipamOptions 'com.example.pool': 'green', 'com.example.size': 24"),
            new Case(
                    NetworkWords.LABELS,
                    "net-labels",
                    "",
                    "labels team: 'web', tier: 1",
                    "labels tier: '1'; labels team: 'web'",
                    "labels team: 'web'"));

    static final List<Case> VOLUMES = List.of(
            new Case(VolumeWords.DRIVER, "vol-driver", "", "driver 'local'", "", "driver 'cloud'"),
            new Case(
                    VolumeWords.OPTIONS,
                    "vol-options",
                    "",
                    "options type: 'none', o: 'bind', device: '/srv'",
                    "options(['device': '/srv', o: 'bind']); options type: 'none'",
                    "options type: 'none', o: 'bind,ro', device: '/srv'"),
            new Case(
                    VolumeWords.LABELS,
                    "vol-labels",
                    "",
                    "labels team: 'data', tier: 1",
                    "labels tier: '1'; labels team: 'data'",
                    "labels team: 'data'"));

    private StandCases() {}
}
