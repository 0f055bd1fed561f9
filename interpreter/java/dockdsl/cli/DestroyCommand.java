package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.plan.Plan;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;

/** {@code dockdsl destroy}: takes everything of the site from its hosts. */
record DestroyCommand(Invocation invocation, Consent consent, Report report) {
    private static final String QUESTION = "Remove all of this? There is no way back.";

    int run(HostRun run) {
        Plan plan = run.destruction(invocation.has(Option.VOLUMES));
        if (!run.foundNobody()) {
            report.plan(plan, Map.of(), run.hostNames());
        }
        if (!plan.isEmpty() && !consent.isGiven(QUESTION)) {
            report.declined();
            return report.end(ExitCode.INTERRUPTED);
        }
        Recap recap = run.carryOut(plan);
        report.recap(recap);
        report.failures(run.failures(), List.of());
        return report.end(ExitCode.of(recap));
    }
}
