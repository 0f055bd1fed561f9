package dockdsl.cli;

import dockdsl.cli.html.FleetReport;
import dockdsl.cli.html.ReportPage;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Words;
import dockdsl.diary.RunEntry;
import dockdsl.graph.SiteGraph;
import dockdsl.ledger.History;
import dockdsl.run.Event;
import java.time.Instant;
import java.util.List;

/** {@code dockdsl report}: what there is to know of a fleet, as one page. */
record ReportCommand(Invocation invocation, Surroundings surroundings, Report report) {
    private static final String USUAL_FILE = "report.html";
    private static final int RELEASES = 30;
    private static final int RUNS = 10;

    int run(HostRun run) {
        String site = run.job().site().name();
        FleetReport found = new FleetReport(
                site,
                Instant.now(),
                ThisMachine.somebody(surroundings),
                run.status(false),
                run.glance(),
                SiteGraph.of(run.job().site(), run.hostNames()),
                new History(History.of(run.ledgers(), site).last(RELEASES).entries()),
                runs(site),
                troubles(run.failures()));
        OutputFile file =
                new OutputFile(surroundings, invocation.last(Option.OUTPUT).orElse(USUAL_FILE));
        file.write(ReportPage.of(found));
        if (!file.isStandardOutput()) {
            surroundings
                    .screen()
                    .say(Line.of(Tone.STRONG, file.name())
                            .and(": " + Counted.of(found.status().rows().size(), "container") + " on "
                                    + Counted.of(found.status().hosts().size(), "host")));
        }
        report.failures(run.failures(), List.of());
        return report.end(run.code(false));
    }

    private List<RunEntry> runs(String site) {
        return Diary.of(surroundings).history().all().reversed().stream()
                .filter(run -> run.site().equals(site))
                .limit(RUNS)
                .toList();
    }

    private static List<String> troubles(List<Event> failures) {
        return failures.stream().map(ReportCommand::trouble).toList();
    }

    private static String trouble(Event event) {
        return switch (event) {
            case Event.Unreachable lost -> Words.of(lost.why());
            case Event.Failed failed -> Words.of(failed.why());
            default -> event.host();
        };
    }
}
