package dockdsl.plan;

import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that makes a fleet as declared.
 *
 * @param changes in the order in which they are shown and done
 * @param unchanged what is as declared already
 * @param orphans what the site owns on a host but no longer declares; left alone unless asked
 * @param rollouts the changes once more, as they come over the hosts, wave by wave
 * @param refusals what cannot be made as declared, and why; on a host where a name belongs to somebody else nothing is done
 * @param divergences containers whose tag means another content on other hosts, also when all of this is done
 * @param unkept what is declared and engines will not take, whatever they are told
 */
public record Plan(
        String site,
        List<Change> changes,
        List<Rollout> rollouts,
        List<Unchanged> unchanged,
        List<Orphan> orphans,
        List<Refusal> refusals,
        List<Divergence> divergences,
        List<Unkept> unkept) {
    /** A plan that changes all hosts at once, wave by wave, for hosts that agree on what tags mean. */
    public Plan(
            String site,
            List<Change> changes,
            List<Unchanged> unchanged,
            List<Orphan> orphans,
            List<Refusal> refusals) {
        this(site, changes, Rollouts.atOnce(changes), unchanged, orphans, refusals, List.of(), List.of());
    }

    public Plan {
        divergences = List.copyOf(divergences);
        unkept = List.copyOf(unkept);
        changes = List.copyOf(changes);
        rollouts = List.copyOf(rollouts);
        unchanged = List.copyOf(unchanged);
        orphans = List.copyOf(orphans);
        refusals = List.copyOf(refusals);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether there is nothing to worry about. */
    public boolean isQuiet() {
        return refusals.isEmpty() && divergences.isEmpty();
    }

    /** Whether this one would change or refuse something that the other one would not. */
    public boolean hasMoreThan(Plan other) {
        return !other.refusals.containsAll(refusals)
                || !changes.stream()
                        .allMatch(change -> other.changes.stream().anyMatch(known -> known.isTheSameDeedAs(change)));
    }

    public Stream<Change> on(String host) {
        return changes.stream().filter(change -> change.host().equals(host));
    }

    /** Images that hosts would fetch by a tag alone, each with those hosts: a registry has to be asked what it stands for. */
    public Map<ImageRef, List<String>> fetchedByTag() {
        Map<ImageRef, List<String>> hosts = new LinkedHashMap<>();
        for (Change change : changes) {
            for (Step step : change.prepare()) {
                if (step.action() instanceof Action.PullImage(ImageRef image, var platform)
                        && image.digest().isEmpty()) {
                    hosts.computeIfAbsent(image, first -> new ArrayList<>()).add(change.host());
                }
            }
        }
        return hosts;
    }

    /** @param why half a sentence: {@code runs exactly as declared} */
    public record Unchanged(String host, Resource resource, String why) {}

    /**
     * A container that runs another content than those of other hosts under the same tag.
     *
     * @param what a sentence without a full stop, with full digests
     * @param remedy what to do
     */
    public record Divergence(String host, Resource resource, String what, String remedy) {}

    /**
     * A setting of a container that is not as declared, and that no change can help.
     *
     * @param difference what the container has, and what is declared
     * @param where the site declares the container
     */
    public record Unkept(String host, Resource resource, Difference difference, SourceRef where) {}

    /**
     * Something that is left alone unless asked.
     *
     * @param why half a sentence
     */
    public record Orphan(String host, Resource resource, String why) {
        /** Something of ours that the site no longer declares. */
        public Orphan(String host, Resource resource) {
            this(host, resource, "no longer declared; left alone, `--prune` removes it");
        }
    }

    /**
     * @param what a sentence without a full stop
     * @param remedy what to do
     * @param where where the site declares what cannot be; empty when it does not
     */
    public record Refusal(String host, Resource resource, String what, String remedy, Optional<SourceRef> where) {
        /** Of something that no declaration asks for. */
        public Refusal(String host, Resource resource, String what, String remedy) {
            this(host, resource, what, remedy, Optional.empty());
        }
    }
}
