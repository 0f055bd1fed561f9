package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.ledger.History;
import dockdsl.ledger.LedgerText;
import dockdsl.run.Fleet;
import java.util.List;

/** {@code dockdsl history}: shows what the hosts remember. */
record HistoryCommand(Invocation invocation, Surroundings surroundings, Report report, LedgerText text) {
    private static final int USUAL_NUMBER = 20;
    private static final int MOST = 10_000;

    int run(Job job, Fleet fleet, EventLog log) {
        int number = invocation.number(Option.NUMBER, USUAL_NUMBER, MOST);
        String site = job.site().name();
        History all = History.of(fleet.ledgers(site, text), site);
        List<String> names = Operands.of(invocation, surroundings.folder()).names();
        if (fleet.lost().isEmpty()) {
            new ReleaseNames(all).refuseUnknown(names, job);
        }
        History asked = names.isEmpty() ? all : all.about(names.getFirst());
        if (fleet.lost().size() < job.hosts().size()) {
            report.history(asked.last(number));
        }
        report.failures(log.failures(), List.of());
        return report.end(ExitCode.of(fleet.lost().values()));
    }
}
