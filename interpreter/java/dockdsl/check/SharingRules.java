package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Check;
import dockdsl.value.Donor;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.IsolationWords;
import dockdsl.vocabulary.LookupWords;
import dockdsl.vocabulary.Setting;
import dockdsl.vocabulary.SharingWords;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a container has from its host or from another container is there, and nothing else it says goes against it. */
final class SharingRules {
    /** What only a container with networks of the site can say. */
    private static final List<Setting<?>> OF_NETWORKS = List.of(
            ContainerWords.PUBLISH,
            ContainerWords.PUBLISH_ALL,
            ContainerWords.LINK,
            ContainerWords.NETWORKS,
            ContainerWords.MAC_ADDRESS);

    /** What the engine takes from the other container, and refuses to be told. */
    private static final List<Setting<?>> OF_THE_DONOR = List.of(
            ContainerWords.HOSTNAME,
            LookupWords.DOMAINNAME,
            LookupWords.DNS,
            LookupWords.DNS_SEARCH,
            LookupWords.DNS_OPTIONS,
            ContainerWords.EXTRA_HOSTS,
            ContainerWords.EXPOSE);

    private static final Set<String> OPEN_MEMORY = Set.of("shareable", "host");

    private final Problems problems;
    private final Others others;

    private SharingRules(Others others, Problems problems) {
        this.problems = problems;
        this.others = others;
    }

    /** What goes against a container's network mode in its own block. */
    static void check(ContainerSpec container, Problems problems) {
        container.networkMode().ifPresent(mode -> {
            OF_NETWORKS.forEach(setting -> refuse(container, mode, setting, problems));
            if (Donor.ofMode(mode).isPresent()) {
                OF_THE_DONOR.forEach(setting -> refuse(container, mode, setting, problems));
            }
            if (!mode.equals("host")) {
                checkChecks(container, mode, problems);
            }
        });
    }

    private static void refuse(ContainerSpec container, String mode, Setting<?> setting, Problems problems) {
        if (container.settings().says(setting)) {
            problems.add(
                    SiteChecker.where(container, setting),
                    "container '" + container.name() + "' has " + network(mode) + ", so `" + setting.name()
                            + "` means nothing",
                    Donor.ofMode(mode)
                                    .map(donor -> "Say it in the block of '" + donor + "', or remove")
                                    .orElse("Remove it, or")
                            + " `networkMode` in line "
                            + SiteChecker.where(container, SharingWords.NETWORK_MODE)
                                    .line()
                            + ".");
        }
    }

    private static String network(String mode) {
        return Donor.ofMode(mode)
                .map(donor -> "the network of '" + donor + "'")
                .orElse(mode.equals("host") ? "the network of its host" : "no network");
    }

    private static void checkChecks(ContainerSpec container, String mode, Problems problems) {
        if (container.checks().stream().anyMatch(check -> !(check instanceof Check.Exec))) {
            problems.add(
                    SiteChecker.where(container, ContainerWords.CHECK),
                    "container '" + container.name() + "' has " + network(mode)
                            + ", so its host has no address at which to ask it",
                    "Ask inside of it: check exec('command')."
                            + Donor.ofMode(mode)
                                    .map(donor -> " Or check '" + donor + "'.")
                                    .orElse(""));
        }
    }

    static void check(Site site, Others others, Problems problems) {
        SharingRules rules = new SharingRules(others, problems);
        for (ContainerSpec container : site.containers()) {
            for (Setting<String> mode : SharingWords.MODES) {
                container
                        .settings()
                        .find(mode)
                        .flatMap(Donor::ofMode)
                        .ifPresent(donor -> rules.checkDonor(container, mode, donor));
            }
            container
                    .settings()
                    .get(SharingWords.VOLUMES_FROM, Collections.emptySortedSet())
                    .forEach(donor -> rules.checkDonor(container, SharingWords.VOLUMES_FROM, donor.container()));
            container.links().forEach(link -> rules.checkLink(container, link.target()));
        }
    }

    private void checkDonor(ContainerSpec container, Setting<?> setting, String name) {
        SourceRef where = SiteChecker.where(container, setting);
        List<ContainerSpec> donors = others.called(name);
        List<ContainerSpec> here = donors.stream()
                .filter(donor -> donor.host().equals(container.host()))
                .toList();
        if (others.isUncertain(name)) {
            return;
        }
        if (donors.isEmpty()) {
            problems.add(
                    where,
                    "there is no container '" + name + "' for `" + setting.name() + "`",
                    others.declare(name, ""));
        } else if (here.isEmpty()) {
            problems.add(
                    where,
                    "'" + name + "' is not on " + container.host() + ", where '" + container.name()
                            + "' would share with it",
                    "Containers share on one host only. Let both be on the same hosts: "
                            + SiteChecker.where(donors.getFirst(), ContainerWords.ON)
                                    .seenFrom(where) + " says where '"
                            + name + "' is.");
        } else if (Others.isAbsent(here.getFirst())) {
            problems.add(
                    where,
                    "'" + name + "' is to be absent, so nothing can share with it",
                    Others.removeOrKeep("`" + setting.name() + "`", here.getFirst(), where));
        } else if (setting == IsolationWords.IPC) {
            checkMemory(here.getFirst(), where);
        }
    }

    private void checkMemory(ContainerSpec donor, SourceRef where) {
        String memory = donor.settings().get(IsolationWords.IPC, "");
        if (!OPEN_MEMORY.contains(memory) && !others.unread().maySay(donor.name(), IsolationWords.IPC.name())) {
            problems.add(
                    where,
                    "'" + donor.name() + "' does not share its memory",
                    "Write ipc 'shareable' in its block, in " + donor.where().seenFrom(where) + ".");
        }
    }

    /** On its own host, a link is a name in a network of the site. */
    private void checkLink(ContainerSpec container, String target) {
        others.called(target).stream()
                .filter(other -> other.host().equals(container.host()))
                .findFirst()
                .flatMap(ContainerSpec::networkMode)
                .ifPresent(mode -> problems.add(
                        SiteChecker.where(container, ContainerWords.LINK),
                        "'" + target + "' has " + network(mode) + ", so no link leads to it",
                        Donor.ofMode(mode)
                                .map(donor -> "Link to '" + donor + "', whose address and ports are its own.")
                                .orElse("Write `dependsOn '" + target
                                        + "'` for the order, or remove its `networkMode`.")));
    }
}
