package dockdsl.cli;

import dockdsl.cli.screen.View;
import dockdsl.cli.text.Status;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.Retention;
import dockdsl.model.Host;
import dockdsl.model.Pins;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Stock;
import dockdsl.plan.Blueprint;
import dockdsl.plan.Change;
import dockdsl.plan.DestroyPlanner;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.plan.PrunePlanner;
import dockdsl.plan.PrunePlanner.Surplus;
import dockdsl.plan.RollbackPlanner;
import dockdsl.plan.RollbackPlanner.Return;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.run.Recap;
import dockdsl.run.Recording;
import dockdsl.run.RunLock;
import dockdsl.run.Survey;
import dockdsl.value.ImageRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One run over the hosts of a job: connected to and looked at; everything is closed at the end. */
final class HostRun implements AutoCloseable {
    private final Job job;
    private final Fleet fleet;
    private final View view;
    private final EventLog log;
    private final Recorder recorder;
    private final Optional<RunLock> lock;
    private final List<Host> neighbourhood;
    private Survey survey;
    private boolean seenUnderLock;
    private Set<String> bootstrapped = Set.of();
    private Set<String> refused = Set.of();
    private List<Plan.Refusal> refusals = List.of();
    private Pins pins = Pins.NONE;

    private HostRun(Job job, Fleet fleet, Optional<RunLock> lock, View view, EventLog log, Recorder recorder) {
        this.lock = lock;
        this.job = job;
        this.fleet = fleet;
        this.view = view;
        this.log = log;
        this.recorder = recorder;
        this.neighbourhood = job.withLinked(job.hosts());
        this.survey = fleet.observe(job.site());
        lock.ifPresent(RunLock::await);
        if (!survey.bootstraps().isEmpty()) {
            lookAgainUnderLock();
        }
    }

    /**
     * Connects and looks, and takes the lock meanwhile when there is a claim to it.
     *
     * @throws dockdsl.problem.LockedByAnotherRun when another run holds it
     */
    static HostRun start(
            Job job,
            int forks,
            Optional<RunLock.Claim> claim,
            Connections connections,
            View view,
            EventLog log,
            Recorder recorder) {
        Fleet fleet = connections.fleet(job.hosts(), forks, log.andThen(view)::accept);
        Optional<RunLock> lock = claim.map(fleet::lock);
        try {
            return new HostRun(job, fleet, lock, view, log, recorder);
        } catch (RuntimeException | Error e) {
            view.close();
            lock.ifPresent(RunLock::close);
            fleet.close();
            throw e;
        }
    }

    Job job() {
        return job;
    }

    /** In the order of the inventory. */
    List<String> hostNames() {
        return job.hosts().stream().map(Host::name).toList();
    }

    Plan plan(boolean prune) {
        pins = job.lock().pins();
        return minded(resolved(settled(() -> planned(prune)), prune));
    }

    /** The plan for what shows now that the engines of all hosts run: one may have had everything all along. */
    Plan planAnew(boolean prune) {
        survey = fleet.observe(job.site());
        return minded(resolved(planned(prune), prune));
    }

    private Plan minded(Plan plan) {
        refused = refusals.stream()
                .map(Plan.Refusal::host)
                .filter(host -> plan.on(host).findAny().isEmpty())
                .collect(Collectors.toSet());
        return plan;
    }

    private Plan planned(boolean prune) {
        return Planner.plan(job.site(), job.selection(), survey.snapshots(), addresses(), pins, prune);
    }

    /** The same with every tag that has to be fetched resolved to one digest for all hosts, as far as registries tell. */
    private Plan resolved(Plan plan, boolean prune) {
        Map<ImageRef, List<String>> unresolved = plan.fetchedByTag();
        Plan complete = plan;
        if (!unresolved.isEmpty()) {
            pins = pins.with(fleet.resolve(unresolved, job.site()));
            complete = planned(prune);
        }
        refusals = complete.refusals();
        return complete;
    }

    /** The plan as far as it can be made without asking for secrets; nobody acts upon it. */
    Plan glance() {
        return Planner.plan(
                job.site().withSecretsUnseen(),
                job.selection(),
                survey.snapshots(),
                addresses(),
                job.lock().pins().unasked(),
                false);
    }

    /** @param usage whether it is measured what containers use, too, which takes a second */
    Status status(boolean usage) {
        return new StatusTaking(job, fleet).of(survey.snapshots(), glance(), usage);
    }

    private Plan settled(Supplier<Plan> planner) {
        Plan plan = planner.get();
        return !plan.isEmpty() && lookAgainUnderLock() ? planner.get() : plan;
    }

    /** What was seen while the lock was being taken may be what another run just changed: it must not be acted upon. */
    private boolean lookAgainUnderLock() {
        if (lock.isEmpty() || seenUnderLock) {
            return false;
        }
        survey = fleet.observe(job.site());
        seenUnderLock = true;
        return true;
    }

    /** Of every host of the run, and of those that their containers have links to, as far as they are known. */
    Map<String, String> addresses() {
        return fleet.addresses(neighbourhood);
    }

    Plan destruction(boolean volumes) {
        return settled(() -> DestroyPlanner.plan(job.site(), survey.snapshots(), volumes));
    }

    /** What it takes to give hosts their engines, in words, by host. */
    SequencedMap<String, String> engines() {
        return willing().summaries();
    }

    void bootstrap() {
        fleet.bootstrap(job.site(), willing());
        bootstrapped = Set.copyOf(willing().bootstraps().keySet());
    }

    /** Without an engine that answers there is nothing that a command could look at or do. */
    void needEngines() {
        fleet.leaveOut(survey.asleep());
    }

    /** Where something was refused nothing is done, and no engine set up. */
    private Survey willing() {
        return survey.without(refused);
    }

    /** What the hosts remember of this site, under the lock if there is one. */
    SequencedMap<String, Ledger> ledgers() {
        lookAgainUnderLock();
        SequencedMap<String, Ledger> ledgers = new LinkedHashMap<>();
        String site = job.site().name();
        fleet.ledgers(site, recorder.text()).forEach((host, ledger) -> ledgers.put(host, ledger.of(site)));
        return ledgers;
    }

    /** The Id of the image that a container runs; empty when it is not there. */
    Optional<String> imageOf(String host, String container) {
        return survey.snapshots().stream()
                .filter(snapshot -> snapshot.host().equals(host))
                .flatMap(snapshot -> snapshot.container(container).stream())
                .filter(seen -> seen.detail().isPresent())
                .map(ObservedContainer::imageId)
                .findFirst();
    }

    Plan rollback(List<Return> returns) {
        Map<String, Stock> stocks = fleet.stocks();
        return settled(() -> RollbackPlanner.plan(job.site(), returns, survey.snapshots(), stocks));
    }

    /** What the hosts can do without. */
    Plan pruning() {
        String site = job.site().name();
        return settled(() -> {
            Map<String, Stock> stocks = fleet.stocks();
            Map<String, List<Surplus>> images = new LinkedHashMap<>();
            fleet.ledgers(site, recorder.text()).forEach((host, ledger) -> {
                if (stocks.containsKey(host)) {
                    images.put(host, surplus(new Retention(ledger, stocks.get(host)), site));
                }
            });
            return PrunePlanner.plan(job.site(), survey.snapshots(), images);
        });
    }

    private static List<Surplus> surplus(Retention retention, String site) {
        List<Surplus> surplus = new ArrayList<>();
        retention.surplus(site).forEach(image -> surplus.add(new Surplus(image, "no release that is kept needs it")));
        retention.namelessBuilds(site).stream()
                .filter(image ->
                        surplus.stream().noneMatch(known -> known.image().equals(image)))
                .forEach(image -> surplus.add(new Surplus(image, "a build whose name went to another one")));
        return surplus;
    }

    /** Does what the plan says; nobody has to remember it. */
    Recap tidy(Plan plan) {
        return fleet.carryOut(plan, job.site());
    }

    /** Does what the plan says and lets the hosts remember it. An engine that was set up counts as a change, too. */
    Recap carryOut(Plan plan) {
        return carryOut(plan, blueprints(plan));
    }

    /** @param blueprints of the containers that the plan makes */
    Recap carryOut(Plan plan, List<Blueprint> blueprints) {
        if (plan.isEmpty()) {
            return Recaps.withEngines(fleet.carryOut(plan, job.site()), bootstrapped);
        }
        Recording recording = recorder.recording(job, blueprints);
        fleet.begin(recording, plan);
        Recap recap = fleet.carryOut(plan, job.site());
        fleet.remember(recording, recap);
        return Recaps.withEngines(recap, bootstrapped);
    }

    /** Looks once more at the hosts on which containers were changed. */
    Aftermath aftermath() {
        Set<String> changed = done().stream()
                .filter(change -> !change.container().isEmpty())
                .map(Change::host)
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return Aftermath.NOTHING;
        }
        List<HostSnapshot> now = fleet.observe(job.site(), changed).snapshots();
        Plan still = Planner.plan(job.site(), job.selection(), now, addresses(), pins, false);
        return Aftermath.of(job.site(), done(), now, still);
    }

    /** What engines warned of meanwhile. */
    List<Event.Cautioned> cautions() {
        return log.cautions();
    }

    /** Of the containers that the plan makes. */
    private List<Blueprint> blueprints(Plan plan) {
        return Blueprint.of(
                job.site(),
                addresses(),
                spec -> plan.on(spec.host())
                        .anyMatch(change -> change.container().equals(spec.name())));
    }

    /** What the plan could not do. */
    List<Plan.Refusal> refusals() {
        return refusals;
    }

    /** Begins no further change; those under way end. @param why half a sentence */
    void halt(String why) {
        fleet.halt(why);
    }

    /** The changes that were made. */
    List<Change> done() {
        return log.done();
    }

    /** Whether no host answered, so that there is nothing to say of any. */
    boolean foundNobody() {
        return survey.snapshots().isEmpty() && !fleet.lost().isEmpty();
    }

    List<Event> failures() {
        return losses().failures();
    }

    /** The exit code for what was lost until now. @param all whether hosts count of which the site wants nothing */
    int code(boolean all) {
        return losses().code(all);
    }

    /** The exit code for what became of the run. @param all whether hosts count of which the site wants nothing */
    int code(Recap recap, boolean all) {
        return losses().code(recap, all);
    }

    private Losses losses() {
        return new Losses(job, fleet.lost(), log.failures());
    }

    @Override
    public void close() {
        view.close();
        lock.ifPresent(RunLock::close);
        fleet.close();
    }
}
