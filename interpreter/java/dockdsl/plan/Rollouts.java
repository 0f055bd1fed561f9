package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.plan.Rollout.Batch;
import dockdsl.plan.Rollout.Keep;
import dockdsl.plan.Rollout.Turn;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.RolloutPolicy.OnFailure;
import dockdsl.value.Share;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deals the changes of a plan out to batches of hosts, as the site's rollouts say. */
final class Rollouts {
    private Rollouts() {}

    /** Every change of these, once; a container whose site says nothing of it is changed on all hosts at once. */
    static List<Rollout> of(Site site, List<Change> changes) {
        List<Rollout> rollouts = new ArrayList<>();
        byContainer(changes)
                .forEach((key, ofOne) -> rollouts.add(
                        specs(site, key.container()).isEmpty() ? atOnce(key, ofOne) : inBatches(site, key, ofOne)));
        rollouts.sort(Comparator.comparingInt(Rollout::wave));
        return changes.stream().allMatch(change -> change.boundTo().isEmpty())
                ? List.copyOf(rollouts)
                : bound(rollouts);
    }

    /** Those that change together are kept for as long as the one that is kept longest, so that they can go back together. */
    private static List<Rollout> bound(List<Rollout> rollouts) {
        List<Rollout> all = new ArrayList<>(rollouts);
        all.replaceAll(one -> rollouts.stream()
                .filter(one::isBoundWith)
                .map(Rollout::keep)
                .max(Comparator.naturalOrder())
                .filter(keep -> keep.compareTo(one.keep()) > 0)
                .map(one::kept)
                .orElse(one));
        return all.equals(rollouts) ? List.copyOf(all) : bound(all);
    }

    /** All changes at once, wave by wave. */
    static List<Rollout> atOnce(List<Change> changes) {
        List<Rollout> rollouts = new ArrayList<>();
        byContainer(changes).forEach((key, ofOne) -> rollouts.add(atOnce(key, ofOne)));
        rollouts.sort(Comparator.comparingInt(Rollout::wave));
        return List.copyOf(rollouts);
    }

    private record Key(int wave, String container) {}

    private static Map<Key, List<Change>> byContainer(List<Change> changes) {
        Map<Key, List<Change>> byContainer = new LinkedHashMap<>();
        for (Change change : changes) {
            byContainer
                    .computeIfAbsent(new Key(change.wave(), change.container()), key -> new ArrayList<>())
                    .add(change);
        }
        return byContainer;
    }

    private static Rollout atOnce(Key key, List<Change> changes) {
        List<Turn> turns = changes.stream()
                .map(change -> new Turn(change.host(), List.of(change)))
                .toList();
        return new Rollout(key.container(), key.wave(), List.of(new Batch(turns)), 0, Duration.ZERO, Keep.CHANGE, true);
    }

    private static Rollout inBatches(Site site, Key key, List<Change> changes) {
        List<ContainerSpec> specs = specs(site, key.container());
        RolloutPolicy own = specs.getFirst().rollout();
        RolloutPolicy policy = own.over(site.rollout());
        int hosts = (int) specs.stream().map(ContainerSpec::host).distinct().count();
        boolean essential = specs.stream().anyMatch(ContainerSpec::isEssential);
        return new Rollout(
                key.container(),
                key.wave(),
                batches(policy.batch(), hosts, changes),
                tolerance(policy, hosts),
                policy.pause().orElse(Duration.ZERO),
                keep(own, policy, essential),
                essential);
    }

    private static List<ContainerSpec> specs(Site site, String container) {
        return site.containers().stream()
                .filter(spec -> spec.name().equals(container))
                .toList();
    }

    private static int tolerance(RolloutPolicy policy, int hosts) {
        return policy.onFailure().equals(Optional.of(OnFailure.PROCEED))
                ? hosts
                : policy.maxFail().orElse(Share.NONE).of(hosts);
    }

    /** What may fail takes back itself at most, never the rest of the run. */
    private static Keep keep(RolloutPolicy own, RolloutPolicy policy, boolean essential) {
        if (!policy.onFailure().equals(Optional.of(OnFailure.ROLLBACK))) {
            return Keep.CHANGE;
        }
        return own.onFailure().isEmpty() && essential ? Keep.RUN : Keep.ROLLOUT;
    }

    /** @param hosts how many have the container, whether they change or not: percentages are parts of that */
    private static List<Batch> batches(List<Share> sizes, int hosts, List<Change> changes) {
        List<List<Turn>> rest = new ArrayList<>(byHost(changes));
        List<Batch> batches = new ArrayList<>();
        while (!rest.isEmpty()) {
            int size = sizes.isEmpty() ? rest.size() : size(sizes, batches.size(), hosts);
            List<List<Turn>> now = rest.subList(0, Math.min(size, rest.size()));
            batches.add(new Batch(now.stream().flatMap(List::stream).toList()));
            now.clear();
        }
        return List.copyOf(batches);
    }

    private static int size(List<Share> sizes, int batch, int hosts) {
        return Math.max(1, sizes.get(Math.min(batch, sizes.size() - 1)).of(hosts));
    }

    private static List<List<Turn>> byHost(List<Change> changes) {
        Map<String, List<Change>> byHost = new LinkedHashMap<>();
        changes.forEach(change ->
                byHost.computeIfAbsent(change.host(), host -> new ArrayList<>()).add(change));
        return byHost.entrySet().stream()
                .map(host -> turns(host.getKey(), host.getValue()))
                .toList();
    }

    /** Instances go one after the other, so that others serve meanwhile; those that are new disturb nobody. */
    private static List<Turn> turns(String host, List<Change> instances) {
        boolean allNew = instances.stream().allMatch(change -> change.verb() == Verb.CREATE);
        return allNew
                ? instances.stream()
                        .map(change -> new Turn(host, List.of(change)))
                        .toList()
                : List.of(new Turn(host, instances));
    }
}
