package dockdsl.cli;

import dockdsl.cli.text.Status;
import dockdsl.ledger.History;
import dockdsl.ledger.Recall;
import dockdsl.lockfile.LockFile;
import dockdsl.plan.Plan;
import dockdsl.problem.Problem;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.util.List;
import java.util.Map;

/** Tells another report what there is to tell, and the stream of events what programs wait for. */
record EventReport(Report report, EventStream events) implements Report {
    @Override
    public void plan(Plan plan, Map<String, String> engines, List<String> hosts) {
        events.plan(plan, engines);
        report.plan(plan, engines, hosts);
    }

    @Override
    public void planAnew(Plan plan, List<String> hosts) {
        events.plan(plan, Map.of());
        report.planAnew(plan, hosts);
    }

    @Override
    public void recap(Recap recap) {
        events.recap(recap);
        report.recap(recap);
    }

    @Override
    public void warnings(List<Problem> warnings) {
        report.warnings(warnings);
    }

    @Override
    public void declined() {
        report.declined();
    }

    @Override
    public void reach(HostRun run, Aftermath aftermath) {
        report.reach(run, aftermath);
    }

    @Override
    public void aftermath(Aftermath aftermath, List<Event.Cautioned> cautions) {
        report.aftermath(aftermath, cautions);
    }

    @Override
    public void status(Status status) {
        report.status(status);
    }

    @Override
    public void stays(List<Recall.Stay> stays) {
        report.stays(stays);
    }

    @Override
    public void promotes(Promotion promotion) {
        report.promotes(promotion);
    }

    @Override
    public void history(History history) {
        report.history(history);
    }

    @Override
    public void checked(Job job) {
        report.checked(job);
    }

    @Override
    public void locked(LockFile before, LockFile after) {
        report.locked(before, after);
    }

    @Override
    public void failures(List<Event> failures, List<Plan.Refusal> refusals) {
        report.failures(failures, refusals);
    }

    @Override
    public int end(int exitCode) {
        return report.end(exitCode);
    }
}
