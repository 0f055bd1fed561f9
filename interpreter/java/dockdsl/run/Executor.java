package dockdsl.run;

import dockdsl.model.Site;
import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Carries out a plan: prepares on all hosts first, then switches wave by wave. */
final class Executor {
    private final SortedMap<String, HostWork> hosts = new TreeMap<>();
    private final Collection<String> names;
    private final Map<String, DockdslException> lost;
    private final Parallel parallel;
    private final Tally tally;

    Executor(
            List<FleetHost> hosts,
            Collection<String> names,
            Map<String, DockdslException> lost,
            Site site,
            Parallel parallel,
            Consumer<Event> events) {
        this.names = List.copyOf(names);
        this.lost = lost;
        this.parallel = parallel;
        this.tally = new Tally(events);
        for (FleetHost host : hosts) {
            this.hosts.put(host.name(), new HostWork(new StepRunner(host, site), tally));
        }
    }

    Recap carryOut(Plan plan) {
        tally.refused(plan.refusals());
        Map<String, List<Change>> byHost = plan.changes().stream()
                .filter(change -> hosts.containsKey(change.host()))
                .filter(change -> !tally.isOut(change.host()))
                .collect(Collectors.groupingBy(Change::host, LinkedHashMap::new, Collectors.toList()));
        parallel.each(byHost.entrySet(), entry -> hosts.get(entry.getKey()).prepare(entry.getValue()));
        waves(plan.changes()).forEach(this::switchOver);
        return recap(plan);
    }

    private static Collection<List<Change>> waves(List<Change> changes) {
        return changes.stream()
                .collect(Collectors.groupingBy(Change::wave, TreeMap::new, Collectors.toList()))
                .values();
    }

    private void switchOver(List<Change> wave) {
        Map<String, List<Change>> byHost = new LinkedHashMap<>();
        for (Change change : wave) {
            if (hosts.containsKey(change.host()) && !tally.isOut(change.host())) {
                byHost.computeIfAbsent(change.host(), host -> new ArrayList<>()).add(change);
            }
        }
        parallel.each(byHost.entrySet(), entry -> hosts.get(entry.getKey()).switchOver(entry.getValue()));
    }

    private Recap recap(Plan plan) {
        var outcomes = new LinkedHashMap<String, Recap.Outcome>();
        for (String host : names) {
            int unchanged = (int) plan.unchanged().stream()
                    .filter(kept -> kept.host().equals(host))
                    .count();
            DockdslException why = lost.get(host);
            outcomes.put(host, tally.of(host, unchanged, why instanceof HostUnreachable, why != null));
        }
        return new Recap(outcomes, tally.results());
    }
}
