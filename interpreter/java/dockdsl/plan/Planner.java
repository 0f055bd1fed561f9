package dockdsl.plan;

import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Plan.Orphan;
import dockdsl.plan.Plan.Refusal;
import dockdsl.plan.Plan.Unchanged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Compares what a site wants with what its hosts have. */
public final class Planner {
    private Planner() {}

    /**
     * The changes that make every host of which there is a snapshot as declared.
     *
     * @param site a site that was checked: its links lead somewhere and not in circles
     * @param addresses of all hosts of the site as other hosts reach them, by host name
     * @param prune whether what the site no longer declares is removed
     */
    public static Plan plan(Site site, List<HostSnapshot> snapshots, Map<String, String> addresses, boolean prune) {
        Topology topology = new Topology(site, addresses);
        Waves waves = new Waves(site);
        List<Change> changes = new ArrayList<>();
        List<Unchanged> unchanged = new ArrayList<>();
        List<Orphan> orphans = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (HostSnapshot snapshot : snapshots) {
            HostPlanner host = new HostPlanner(site, snapshot, topology, waves);
            host.plan(prune);
            changes.addAll(host.changes);
            unchanged.addAll(host.unchanged);
            orphans.addAll(host.orphans);
            refusals.addAll(host.refusals);
        }
        changes.sort(Comparator.comparingInt(Change::wave));
        return new Plan(site.name(), changes, unchanged, orphans, refusals);
    }
}
