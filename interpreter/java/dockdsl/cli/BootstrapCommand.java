package dockdsl.cli;

import dockdsl.plan.Plan;
import dockdsl.run.Recap;
import java.util.List;

/** {@code dockdsl bootstrap}: gives hosts their engines. */
record BootstrapCommand(Report report) {
    int run(HostRun run) {
        Plan nothing = new Plan(run.job().site().name(), List.of(), List.of(), List.of(), List.of());
        if (!run.foundNobody()) {
            report.plan(nothing, run.engines(), run.hostNames());
        }
        run.bootstrap();
        Recap recap = run.carryOut(nothing);
        report.recap(recap);
        report.failures(run.failures(), List.of());
        return report.end(ExitCode.of(recap));
    }
}
