package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import dockdsl.vocabulary.ContainerWords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names are unique: of containers in the site, and of what the engine sees on a host. */
final class NameRules {
    private NameRules() {}

    static void check(Site site, Problems problems) {
        Map<String, ContainerSpec> first = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (ContainerSpec container : site.containers()) {
            ContainerSpec before = first.putIfAbsent(container.name(), container);
            boolean otherBlock = before != null && !before.where().equals(container.where());
            if (otherBlock || !seen.add(container.host() + "/" + container.name() + "/" + container.instance())) {
                duplicate(container, before == null ? container : before, problems);
            }
        }
        checkInstances(site, first, problems);
    }

    private static void duplicate(ContainerSpec container, ContainerSpec before, Problems problems) {
        boolean samePlace = before.where().equals(container.where());
        problems.add(
                container.where(),
                "there are two containers '" + container.name() + "'",
                samePlace
                        ? "This line is read more than once. Make the name depend on what differs: container(\"app$n\")."
                        : "The first is in " + before.where().seenFrom(container.where())
                                + ". A name is unique in the site; one container can be on several hosts: on 'web', 'db'.");
    }

    private static void checkInstances(Site site, Map<String, ContainerSpec> byName, Problems problems) {
        for (ContainerSpec container : site.containers()) {
            ContainerSpec other = byName.get(container.engineName());
            if (container.instance() > 1 && other != null && sharesHost(site, other, container.host())) {
                problems.add(
                        other.where(),
                        "container '" + other.name() + "' has the name of an instance of '" + container.name() + "'",
                        "Line "
                                + SiteChecker.where(container, ContainerWords.INSTANCES)
                                        .line() + " makes " + container.name()
                                + "-2 and so on. Rename one of the two.");
            }
        }
    }

    private static boolean sharesHost(Site site, ContainerSpec other, String host) {
        return site.on(host).stream()
                .anyMatch(container -> container.name().equals(other.name()) && container.instance() == 1);
    }
}
