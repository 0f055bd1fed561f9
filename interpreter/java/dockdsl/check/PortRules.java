package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A port of a host belongs to one container. */
final class PortRules {
    private static final int MOST_NAMES = 3;

    private PortRules() {}

    private record Taken(ContainerSpec container, PublishedPort port) {}

    static void check(Site site, Unread unread, Problems problems) {
        Map<Clash, SequencedSet<String>> clashes = new LinkedHashMap<>();
        site.containers().stream()
                .map(ContainerSpec::host)
                .distinct()
                .forEach(host -> check(
                        site,
                        host,
                        unread,
                        clash -> clashes.computeIfAbsent(clash, first -> new LinkedHashSet<>())
                                .add(host)));
        clashes.forEach((clash, hosts) -> clash.tell(hosts, problems));
    }

    private static void check(Site site, String host, Unread unread, Consumer<Clash> clashes) {
        List<Taken> taken = new ArrayList<>();
        for (ContainerSpec container : site.containers()) {
            if (container.host().equals(host) && isThere(container, unread)) {
                for (PublishedPort port : container.published()) {
                    if (port.hostPort() != 0) {
                        taken.stream()
                                .filter(other -> other.port().clashesWith(port))
                                .findFirst()
                                .ifPresent(other -> clashes.accept(Clash.of(other.container(), container, port)));
                        taken.add(new Taken(container, port));
                    }
                }
            }
        }
    }

    private static boolean isThere(ContainerSpec container, Unread unread) {
        return container.state() != State.ABSENT && !unread.maySay(container.name(), ContainerWords.STATE.name());
    }

    /**
     * Two that want the same port, which is one mistake however many hosts they are on.
     *
     * @param port such as {@code 80/tcp}
     * @param number inside of the container
     */
    private record Clash(
            String port, int number, String first, SourceRef there, String name, SourceRef where, boolean instances) {

        static Clash of(ContainerSpec first, ContainerSpec container, PublishedPort port) {
            boolean instances = first.where().equals(container.where())
                    && first.name().equals(container.name())
                    && first.instance() != container.instance();
            return new Clash(
                    port.hostPort() + "/" + port.port().protocol(),
                    port.port().number(),
                    first.name(),
                    SiteChecker.where(first, ContainerWords.PUBLISH),
                    container.name(),
                    SiteChecker.where(container, ContainerWords.PUBLISH),
                    instances);
        }

        void tell(SequencedSet<String> hosts, Problems problems) {
            if (instances) {
                problems.add(
                        where,
                        "the instances of '" + name + "' all want port " + port + " of their host",
                        "Let the engine pick: publish '" + number
                                + "'. Or run one instance on each host: remove `instances`.");
            } else {
                problems.add(
                        where,
                        "port " + port + " of " + (hosts.size() == 1 ? "host " : "hosts ") + named(hosts)
                                + " is taken by '" + first + "'",
                        "That is in line " + there.line()
                                + ". Publish one of them on another port or another address of the host.");
            }
        }

        private static String named(SequencedSet<String> hosts) {
            String some = hosts.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
            return hosts.size() <= MOST_NAMES ? some : some + " and " + (hosts.size() - MOST_NAMES) + " more";
        }
    }
}
