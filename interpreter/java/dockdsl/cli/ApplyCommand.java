package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.plan.Plan;
import dockdsl.run.Recap;

/** {@code dockdsl apply}: shows the plan and carries it out. */
record ApplyCommand(Invocation invocation, Consent consent, Report report) {
    private static final String QUESTION = "Apply these changes?";

    int run(HostRun run) {
        boolean prune = invocation.has(Option.PRUNE);
        Plan plan = run.plan(prune);
        boolean nothing = plan.isEmpty() && run.engines().isEmpty();
        boolean silent = nothing && plan.isQuiet() && invocation.has(Option.QUIET) && !invocation.has(Option.JSON);
        if (!silent && !run.foundNobody()) {
            report.plan(plan, run.engines(), run.hostNames());
        }
        if (!nothing && !consent.isGiven(QUESTION)) {
            return declined();
        }
        if (!run.engines().isEmpty()) {
            run.bootstrap();
            Plan before = plan;
            plan = run.planAnew(prune);
            if (plan.hasMoreThan(before)) {
                report.planAnew(plan, run.hostNames());
                if (!consent.isGiven(QUESTION)) {
                    return declined();
                }
            }
        }
        Recap recap = run.carryOut(plan);
        int code = run.code(recap, prune);
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

    private int declined() {
        report.declined();
        return report.end(ExitCode.INTERRUPTED);
    }
}
