package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import java.util.List;

/** {@code dockdsl status}: shows what runs where. */
record StatusCommand(Invocation invocation, Report report) {
    int run(HostRun run) {
        if (!run.foundNobody()) {
            report.status(run.status(invocation.has(Option.USAGE)));
        }
        report.failures(run.failures(), List.of());
        return report.end(run.code(false));
    }
}
