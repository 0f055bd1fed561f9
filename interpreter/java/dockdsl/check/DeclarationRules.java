package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.NetworkSpec;
import dockdsl.model.Site;
import dockdsl.model.Unread;
import dockdsl.model.VolumeSpec;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problems;
import dockdsl.value.Mount;
import dockdsl.value.NetworkMembership;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.NetworkWords;
import dockdsl.vocabulary.VolumeWords;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Networks and volumes that containers use are declared by the site. */
final class DeclarationRules {
    /** Networks of the engine, about which there is a rule of their own. */
    private static final Set<String> BUILT_IN = Set.of("host", "none", "bridge");

    private DeclarationRules() {}

    static void check(Site site, Unread unread, Problems problems) {
        List<String> networks = site.networks().stream().map(NetworkSpec::name).toList();
        List<String> volumes = site.volumes().stream().map(VolumeSpec::name).toList();
        for (ContainerSpec container : site.containers()) {
            container.networks().stream()
                    .map(NetworkMembership::network)
                    .filter(name -> !unread.mayDeclare(NetworkWords.BLOCK.name()))
                    .filter(name -> !networks.contains(name) && !BUILT_IN.contains(name))
                    .forEach(name -> problems.add(
                            SiteChecker.where(
                                    container,
                                    ContainerWords.NETWORKS,
                                    said -> said.stream()
                                            .anyMatch(one -> one.network().equals(name))),
                            "there is no network '" + name + "'",
                            remedy("network", name, networks)));
            container.settings().get(ContainerWords.VOLUME, Collections.emptySortedSet()).stream()
                    .filter(mount -> !unread.mayDeclare(VolumeWords.BLOCK.name()))
                    .filter(mount -> mount.type() == Mount.Type.VOLUME && !volumes.contains(mount.source()))
                    .forEach(mount -> problems.add(
                            SiteChecker.where(container, ContainerWords.VOLUME, mounts -> mounts.contains(mount)),
                            "there is no volume '" + mount.source() + "'",
                            remedy("volume", mount.source(), volumes)));
        }
    }

    private static String remedy(String word, String name, List<String> known) {
        return Nearest.to(name, known)
                        .map(near -> "Did you mean '" + near + "'? Else declare")
                        .orElse("Declare") + " it at the top level: " + word + " '" + name + "'.";
    }
}
