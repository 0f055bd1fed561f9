package dockdsl.cli;

import dockdsl.lockfile.LockFile;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Notifier;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.plan.Topology;
import dockdsl.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run is about.
 *
 * @param file the site file as the user calls it
 * @param site for all hosts of the inventory, because what a host gets may depend on another one
 * @param lock what the lock file beside it says that tags stand for
 * @param selection the containers of the site to work on
 * @param hosts those to work on, in the order of the inventory
 * @param notifiers those who are told of it
 * @param warnings what to think about in the site file
 */
record Job(
        String file,
        Site site,
        LockFile lock,
        Inventory inventory,
        Selection selection,
        List<Host> hosts,
        List<Notifier> notifiers,
        List<Problem> warnings) {
    Job {
        hosts = List.copyOf(hosts);
        notifiers = List.copyOf(notifiers);
        warnings = List.copyOf(warnings);
    }

    /** The same without these hosts. */
    Job without(Collection<String> names) {
        List<Host> others =
                hosts.stream().filter(host -> !names.contains(host.name())).toList();
        return new Job(file, site, lock, inventory, selection, others, notifiers, warnings);
    }

    /** The same with what another environment runs, for those containers that have it in common. */
    Job promoting(Promotion promotion) {
        List<Host> concerned = hosts.stream()
                .filter(host -> site.on(host.name()).stream().anyMatch(promotion.selection()::has))
                .toList();
        return new Job(
                file,
                site,
                lock.amended(promotion.entries()),
                inventory,
                promotion.selection(),
                concerned,
                notifiers,
                warnings);
    }

    /** These hosts, and those whose addresses their containers get by links. */
    List<Host> withLinked(List<Host> some) {
        if (some.size() == inventory.hosts().size()) {
            return some;
        }
        Set<String> names = some.stream().map(Host::name).collect(Collectors.toSet());
        Set<String> linked = new Topology(site, Map.of()).hostsLinkedFrom(names);
        return inventory.hosts().stream()
                .filter(host -> names.contains(host.name()) || linked.contains(host.name()))
                .toList();
    }

    /** The containers to work on, on all hosts. */
    List<ContainerSpec> containers() {
        return selection.of(site).containers();
    }
}
