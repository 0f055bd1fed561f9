package dockdsl.cli;

import dockdsl.cli.json.Document;
import dockdsl.cli.json.HistoryDocument;
import dockdsl.cli.json.LockDocument;
import dockdsl.cli.json.PlanDocument;
import dockdsl.cli.json.RunDocument;
import dockdsl.cli.json.StatusDocument;
import dockdsl.cli.line.Command;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.ProblemText;
import dockdsl.cli.text.Status;
import dockdsl.ledger.History;
import dockdsl.ledger.Recall;
import dockdsl.lockfile.LockFile;
import dockdsl.model.ContainerSpec;
import dockdsl.plan.Plan;
import dockdsl.problem.Problem;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;

/** Tells programs: one document at the end. Failures go to standard error as well, for whoever reads the log. */
final class JsonReport implements Report {
    private final Screen screen;
    private final Document document;

    JsonReport(Screen screen, Command command) {
        this.screen = screen;
        this.document = new Document(command.word());
    }

    @Override
    public void plan(Plan plan, Map<String, String> engines, List<String> hosts) {
        document.withAll(PlanDocument.of(plan)).with("engines", engines);
    }

    @Override
    public void planAnew(Plan plan, List<String> hosts) {
        document.withAll(PlanDocument.of(plan));
    }

    @Override
    public void warnings(List<Problem> warnings) {
        if (!warnings.isEmpty()) {
            document.with("warnings", Document.problems(warnings));
            screen.complain(ProblemText.ofWarnings(warnings));
        }
    }

    @Override
    public void declined() {
        document.with("applied", false);
    }

    @Override
    public void recap(Recap recap) {
        document.with("applied", true).with("recap", RunDocument.of(recap));
    }

    /** People want to click; programs have `status`. */
    @Override
    public void reach(HostRun run, Aftermath aftermath) {}

    @Override
    public void aftermath(Aftermath aftermath, List<Event.Cautioned> cautions) {
        document.with("unkept", PlanDocument.unkept(aftermath.unkept()))
                .with("didNotStick", PlanDocument.unkept(aftermath.stubborn()))
                .with("cautions", RunDocument.cautions(cautions));
    }

    @Override
    public void status(Status status) {
        document.withAll(StatusDocument.of(status));
    }

    @Override
    public void stays(List<Recall.Stay> stays) {
        document.with("stays", HistoryDocument.stays(stays));
    }

    @Override
    public void promotes(Promotion promotion) {
        document.with("from", promotion.from())
                .with(
                        "promoted",
                        promotion.entries().stream()
                                .map(entry -> Map.of("image", entry.image().toString(), "digest", entry.digest()))
                                .toList())
                .with("left", List.copyOf(promotion.left()));
    }

    @Override
    public void history(History history) {
        document.with("releases", HistoryDocument.of(history));
    }

    @Override
    public void checked(Job job) {
        document.with("site", job.site().name())
                .with("containers", job.containers().size())
                .with(
                        "hosts",
                        job.containers().stream()
                                .map(ContainerSpec::host)
                                .distinct()
                                .toList());
    }

    @Override
    public void locked(LockFile before, LockFile after) {
        document.withAll(LockDocument.of(after, LockChanges.between(before, after)));
    }

    @Override
    public void failures(List<Event> failures, List<Plan.Refusal> refusals) {
        document.with("failures", RunDocument.failures(failures));
        screen.complain(FailureText.of(failures));
        screen.complain(FailureText.ofRefusals(refusals));
    }

    @Override
    public int end(int exitCode) {
        screen.document(document.text(exitCode));
        return exitCode;
    }
}
