package dockdsl.cli;

import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Digests;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.HistoryText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.LockText;
import dockdsl.cli.text.PlanText;
import dockdsl.cli.text.ProblemText;
import dockdsl.cli.text.ReachText;
import dockdsl.cli.text.RecapText;
import dockdsl.cli.text.Status;
import dockdsl.cli.text.StatusText;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.UnkeptText;
import dockdsl.ledger.History;
import dockdsl.ledger.Recall;
import dockdsl.lockfile.LockFile;
import dockdsl.model.ContainerSpec;
import dockdsl.plan.Plan;
import dockdsl.problem.Problem;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells people. */
record TextReport(Surroundings surroundings, PlanText.Detail detail) implements Report {
    @Override
    public void plan(Plan plan, Map<String, String> engines, List<String> hosts) {
        screen().say(new PlanText(plan, engines, hosts, detail).lines());
    }

    @Override
    public void planAnew(Plan plan, List<String> hosts) {
        screen().say(Line.EMPTY);
        screen().say(Line.of(Tone.STRONG, "With the engines running:"));
        screen().say(Line.EMPTY);
        plan(plan, Map.of(), hosts);
    }

    @Override
    public void warnings(List<Problem> warnings) {
        screen().complain(ProblemText.ofWarnings(warnings));
    }

    @Override
    public void declined() {
        screen().say(Line.of("Nothing was changed."));
    }

    @Override
    public void recap(Recap recap) {
        screen().say(Line.EMPTY);
        screen().say(RecapText.of(recap));
    }

    @Override
    public void reach(HostRun run, Aftermath aftermath) {
        screen().say(ReachText.of(run.job().site(), run.done(), run.addresses(), aftermath.snapshots()));
    }

    /** What engines warned of stands among the events. */
    @Override
    public void aftermath(Aftermath aftermath, List<Event.Cautioned> cautions) {
        screen().complain(UnkeptText.of(
                aftermath.unkept(),
                "Its kernel does not have what that takes, see `docker info` there; later runs leave it at that."));
        screen().complain(UnkeptText.of(aftermath.stubborn(), "The next run tries again."));
    }

    @Override
    public void status(Status status) {
        screen().say(StatusText.of(status, Instant.now(), surroundings.width(), detail.unchanged()));
    }

    @Override
    public void stays(List<Recall.Stay> stays) {
        stays.forEach(stay -> screen().say(Line.of(Tone.STRONG, stay.host())
                .and(": " + stay.container() + " stays as it is: " + stay.why())));
    }

    @Override
    public void promotes(Promotion promotion) {
        screen().say(Line.of("From ").and(Tone.STRONG, promotion.from()).and(":"));
        promotion
                .entries()
                .forEach(entry -> screen().say(Line.of("    " + entry.image() + " is ")
                        .and(Tone.STRONG, Digests.shortened(entry.digest()))));
        promotion
                .left()
                .forEach(container ->
                        screen().say(Line.of("    " + container + " stays as it is: its image is not there")));
        screen().say(Line.EMPTY);
    }

    @Override
    public void history(History history) {
        screen().say(HistoryText.of(history, surroundings.width()));
    }

    @Override
    public void checked(Job job) {
        int containers = job.containers().size();
        long hosts =
                job.containers().stream().map(ContainerSpec::host).distinct().count();
        screen().say(Line.of(Tone.STRONG, job.file())
                .and(": " + Counted.of(containers, "container") + " on " + Counted.of((int) hosts, "host") + ", ")
                .and(Tone.GOOD, "no problems."));
    }

    @Override
    public void locked(LockFile before, LockFile after) {
        screen().say(LockText.of(after.name(), after.entries().size(), LockChanges.between(before, after)));
    }

    @Override
    public void failures(List<Event> failures, List<Plan.Refusal> refusals) {
        if (!failures.isEmpty() || !refusals.isEmpty()) {
            screen().complain(List.of(Line.EMPTY));
            screen().complain(FailureText.of(failures));
            screen().complain(FailureText.ofRefusals(refusals));
        }
    }

    @Override
    public int end(int exitCode) {
        return exitCode;
    }

    private Screen screen() {
        return surroundings.screen();
    }
}
