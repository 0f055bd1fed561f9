package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.plan.Plan;
import java.util.List;

/** {@code dockdsl plan}: shows what apply would do. */
record PlanCommand(Invocation invocation, Report report) {
    int run(HostRun run) {
        Plan plan = run.plan(invocation.has(Option.PRUNE));
        if (!run.foundNobody()) {
            report.plan(plan, run.engines(), run.hostNames());
        }
        report.failures(run.failures(), List.of());
        return report.end(code(run, plan));
    }

    private int code(HostRun run, Plan plan) {
        int lost = run.code(invocation.has(Option.PRUNE));
        if (lost != ExitCode.OK) {
            return lost;
        }
        if (!plan.refusals().isEmpty()) {
            return ExitCode.FAILED;
        }
        boolean pending = !plan.isEmpty() || !run.engines().isEmpty();
        return pending && invocation.has(Option.DETAILED_EXITCODE) ? ExitCode.CHANGES_PENDING : ExitCode.OK;
    }
}
