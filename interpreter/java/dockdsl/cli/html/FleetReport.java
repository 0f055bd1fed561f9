package dockdsl.cli.html;

import dockdsl.cli.text.Status;
import dockdsl.diary.RunEntry;
import dockdsl.graph.SiteGraph;
import dockdsl.ledger.History;
import dockdsl.plan.Plan;
import java.time.Instant;
import java.util.List;

/**
 * What a report tells.
 *
 * @param by who asked for it, and where: {@code alice@laptop}
 * @param plan what would be changed; nobody acts upon it
 * @param history what the hosts remember, the newest first
 * @param runs those of this machine, the newest first
 * @param troubles hosts that there is no news of, and why, a sentence for each
 */
public record FleetReport(
        String site,
        Instant at,
        String by,
        Status status,
        Plan plan,
        SiteGraph graph,
        History history,
        List<RunEntry> runs,
        List<String> troubles) {
    public FleetReport {
        runs = List.copyOf(runs);
        troubles = List.copyOf(troubles);
    }
}
