package dockdsl.lockfile;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.problem.Problem;
import dockdsl.problem.Problems;
import dockdsl.value.ImageRef;
import dockdsl.value.PullPolicy;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tags of a site that a lock file can say something of: those that are fetched from a registry. */
public final class Lockable {
    private Lockable() {}

    /** Each with the hosts that need it. */
    public static Map<ImageRef, List<String>> in(Site site) {
        Map<ImageRef, List<String>> hosts = new LinkedHashMap<>();
        for (ContainerSpec container : site.containers()) {
            if (isLockable(container)) {
                hosts.computeIfAbsent(container.image().orElseThrow(), first -> new ArrayList<>())
                        .add(container.host());
            }
        }
        return hosts;
    }

    private static boolean isLockable(ContainerSpec container) {
        return container.state() != State.ABSENT
                && container.build().isEmpty()
                && container.pull() != PullPolicy.NEVER
                && container.image().filter(image -> image.digest().isEmpty()).isPresent();
    }

    /** What a site asks for and the lock file does not have. @param command that writes the file anew */
    public static List<Problem> missing(Site site, LockFile lock, String command) {
        Problems problems = new Problems();
        for (ContainerSpec container : site.containers()) {
            if (isLockable(container)
                    && lock.find(container.image().orElseThrow()).isEmpty()) {
                problems.add(
                        container.where(),
                        container.image().orElseThrow() + " is not in " + lock.name(),
                        "`--locked` takes nothing else. Run `" + command + "`, look at what it changed, and keep it.");
            }
        }
        return problems.list();
    }
}
