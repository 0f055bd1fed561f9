package dockdsl.cli;

import dockdsl.cli.text.StatusRow;
import java.util.List;

/** {@code dockdsl status}: shows what runs where. */
record StatusCommand(Report report) {
    int run(HostRun run) {
        if (!run.foundNobody()) {
            report.status(StatusRow.of(
                    run.job().site(), run.job().selection(), run.survey().snapshots(), run.glance()));
        }
        report.failures(run.failures(), List.of());
        return report.end(run.code(false));
    }
}
