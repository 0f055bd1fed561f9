package dockdsl.run;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Plan.Unchanged;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Carries out a plan: prepares on all hosts first, then walks the rollouts wave by wave. */
final class Executor {
    private final SortedMap<String, HostWork> hosts;
    private final Collection<String> names;
    private final Map<String, DockdslException> lost;
    private final Parallel parallel;
    private final Places places;
    private final Tally tally;

    /** @param names of all hosts of the run, in the order of the inventory, lost ones included */
    Executor(
            Collection<HostWork> hosts,
            Collection<String> names,
            Map<String, DockdslException> lost,
            Parallel parallel,
            Places places,
            Tally tally) {
        this.hosts = new TreeMap<>();
        hosts.forEach(host -> this.hosts.put(host.name(), host));
        this.names = List.copyOf(names);
        this.lost = lost;
        this.parallel = parallel;
        this.places = places;
        this.tally = tally;
    }

    Recap carryOut(Plan plan) {
        tally.refused(plan.refusals());
        prepare(plan.changes());
        Together together = new Together();
        List<RolloutWalk> walks = plan.rollouts().stream()
                .map(rollout -> new RolloutWalk(rollout, hosts, places, together, tally))
                .toList();
        walks.forEach(RolloutWalk::lookAtPreparations);
        for (List<RolloutWalk> wave : waves(walks)) {
            Parallel.atMost(wave.size()).each(wave, RolloutWalk::walk);
            together.takeBackIfBroken();
            parallel.each(hosts.values(), HostWork::takeBackTheBound);
        }
        together.finish();
        return recap(plan);
    }

    private void prepare(List<Change> changes) {
        Map<String, List<Change>> byHost = changes.stream()
                .filter(change -> hosts.containsKey(change.host()))
                .filter(change -> !tally.isOut(change.host()))
                .collect(Collectors.groupingBy(Change::host, LinkedHashMap::new, Collectors.toList()));
        parallel.each(byHost.entrySet(), entry -> hosts.get(entry.getKey()).prepare(entry.getValue()));
    }

    private static Collection<List<RolloutWalk>> waves(List<RolloutWalk> walks) {
        return walks.stream()
                .collect(Collectors.groupingBy(RolloutWalk::wave, TreeMap::new, Collectors.toList()))
                .values();
    }

    private Recap recap(Plan plan) {
        Map<String, Long> unchanged =
                plan.unchanged().stream().collect(Collectors.groupingBy(Unchanged::host, Collectors.counting()));
        SequencedMap<String, Recap.Outcome> outcomes = new LinkedHashMap<>();
        for (String host : names) {
            int kept = unchanged.getOrDefault(host, 0L).intValue();
            DockdslException why = lost.get(host);
            outcomes.put(host, tally.of(host, kept, why instanceof HostUnreachable, why != null));
        }
        return new Recap(outcomes, tally.results());
    }
}
