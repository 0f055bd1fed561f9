package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.plan.Plan;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;

/** {@code dockdsl prune}: takes from hosts what the site made there and nothing needs any more. */
record PruneCommand(Invocation invocation, Consent consent, Report report) {
    private static final String QUESTION = "Remove all of this?";

    int run(HostRun run) {
        Plan plan = run.pruning();
        if (!run.foundNobody()) {
            report.plan(plan, Map.of(), run.hostNames());
        }
        if (invocation.has(Option.DRY_RUN)) {
            report.failures(run.failures(), List.of());
            return report.end(run.code(true));
        }
        if (!plan.isEmpty() && !consent.isGiven(QUESTION)) {
            report.declined();
            return report.end(ExitCode.INTERRUPTED);
        }
        Recap recap = run.tidy(plan);
        report.recap(recap);
        report.failures(run.failures(), List.of());
        return report.end(run.code(recap, true));
    }
}
