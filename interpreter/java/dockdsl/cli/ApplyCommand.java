package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.plan.Plan;
import dockdsl.run.Recap;

/** {@code dockdsl apply}: shows the plan and carries it out. */
record ApplyCommand(Invocation invocation, Consent consent, Report report) {
    private static final String QUESTION = "Apply these changes?";

    int run(HostRun run) {
        Plan plan = run.plan(invocation.has(Option.PRUNE));
        boolean nothing = plan.isEmpty() && run.engines().isEmpty();
        boolean silent = nothing && plan.isQuiet() && invocation.has(Option.QUIET) && !invocation.has(Option.JSON);
        if (!silent && !run.foundNobody()) {
            report.plan(plan, run.engines(), run.hostNames());
        }
        if (!nothing && !consent.isGiven(QUESTION)) {
            report.declined();
            return report.end(ExitCode.INTERRUPTED);
        }
        run.bootstrap();
        plan = run.engines().isEmpty() ? plan : run.resolved(plan, invocation.has(Option.PRUNE));
        Recap recap = run.carryOut(plan);
        int code = run.code(recap, invocation.has(Option.PRUNE));
        if (silent && code == ExitCode.OK) {
            return report.end(code);
        }
        report.recap(recap);
        Aftermath aftermath = run.aftermath();
        report.reach(run, aftermath);
        report.aftermath(aftermath, run.cautions());
        report.failures(run.failures(), plan.refusals());
        return report.end(code);
    }
}
