package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.problem.Problems;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
import dockdsl.vocabulary.ContainerWords;
import java.util.ArrayList;
import java.util.List;

/** A port of a host belongs to one container. */
final class PortRules {
    private PortRules() {}

    private record Taken(ContainerSpec container, PublishedPort port) {}

    static void check(Site site, Unread unread, Problems problems) {
        site.containers().stream()
                .map(ContainerSpec::host)
                .distinct()
                .forEach(host -> check(site, host, unread, problems));
    }

    private static void check(Site site, String host, Unread unread, Problems problems) {
        List<Taken> taken = new ArrayList<>();
        for (ContainerSpec container : site.containers()) {
            if (container.host().equals(host) && isThere(container, unread)) {
                for (PublishedPort port : container.published()) {
                    if (port.hostPort() != 0) {
                        taken.stream()
                                .filter(other -> other.port().clashesWith(port))
                                .findFirst()
                                .ifPresent(other -> clash(other, container, port, problems));
                        taken.add(new Taken(container, port));
                    }
                }
            }
        }
    }

    private static boolean isThere(ContainerSpec container, Unread unread) {
        return container.state() != State.ABSENT && !unread.maySay(container.name(), ContainerWords.STATE.name());
    }

    private static void clash(Taken before, ContainerSpec container, PublishedPort port, Problems problems) {
        String number = port.hostPort() + "/" + port.port().protocol();
        boolean instances = before.container().where().equals(container.where())
                && before.container().name().equals(container.name())
                && before.container().instance() != container.instance();
        if (instances) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.PUBLISH),
                    "the instances of '" + container.name() + "' all want port " + number + " of their host",
                    "Let the engine pick: publish '" + port.port().number()
                            + "'. Or run one instance on each host: remove `instances`.");
        } else {
            problems.add(
                    SiteChecker.where(container, ContainerWords.PUBLISH),
                    "port " + number + " of host " + container.host() + " is taken by '"
                            + before.container().name() + "'",
                    "That is in line "
                            + SiteChecker.where(before.container(), ContainerWords.PUBLISH)
                                    .line() + ". Publish one of them on another port or another address of the host.");
        }
    }
}
