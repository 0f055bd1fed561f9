package dockdsl.cli;

import dockdsl.cli.screen.View;
import dockdsl.plan.Change;
import dockdsl.plan.DestroyPlanner;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.run.Recap;
import dockdsl.run.Survey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One run over the hosts of a job: connected to and looked at; everything is closed at the end. */
final class HostRun implements AutoCloseable {
    private final Job job;
    private final Fleet fleet;
    private final View view;
    private final EventLog log;
    private final Survey survey;

    private HostRun(Job job, Fleet fleet, View view, EventLog log) {
        this.job = job;
        this.fleet = fleet;
        this.view = view;
        this.log = log;
        this.survey = fleet.observe(job.site());
    }

    /** Connects and looks. */
    static HostRun start(Job job, int forks, Connections connections, View view) {
        EventLog log = new EventLog();
        Fleet fleet = connections.fleet(job.hosts(), forks, log.andThen(view)::accept);
        try {
            return new HostRun(job, fleet, view, log);
        } catch (RuntimeException | Error e) {
            view.close();
            fleet.close();
            throw e;
        }
    }

    Job job() {
        return job;
    }

    Survey survey() {
        return survey;
    }

    Plan plan(boolean prune) {
        return Planner.plan(job.site(), survey.snapshots(), addresses(), prune);
    }

    /** Of every host of the inventory whose address is known. */
    Map<String, String> addresses() {
        return fleet.addresses(job.inventory().hosts());
    }

    Plan destruction(boolean volumes) {
        return DestroyPlanner.plan(job.site().name(), survey.snapshots(), volumes);
    }

    /** What it takes to give hosts their engines, in words, by host. */
    SequencedMap<String, String> engines() {
        SequencedMap<String, String> engines = new LinkedHashMap<>();
        survey.bootstraps().forEach((host, plan) -> engines.put(host, plan.summary()));
        return engines;
    }

    void bootstrap() {
        fleet.bootstrap(job.site(), survey);
    }

    /** An engine that was set up counts as a change, too. */
    Recap carryOut(Plan plan) {
        return Recaps.withEngines(
                fleet.carryOut(plan, job.site()), survey.bootstraps().sequencedKeySet());
    }

    /** The changes that were made. */
    List<Change> done() {
        return log.done();
    }

    List<Event> failures() {
        return log.failures();
    }

    /** Whether no host answered, so that there is nothing to say of any. */
    boolean foundNobody() {
        return survey.snapshots().isEmpty() && !fleet.lost().isEmpty();
    }

    /** The exit code for what was lost until now. */
    int code() {
        Collection<DockdslException> reasons = fleet.lost().values();
        boolean unreachable = reasons.stream().anyMatch(HostUnreachable.class::isInstance);
        return unreachable ? ExitCode.UNREACHABLE : reasons.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    @Override
    public void close() {
        view.close();
        fleet.close();
    }
}
