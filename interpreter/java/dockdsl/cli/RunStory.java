package dockdsl.cli;

import dockdsl.model.Host;
import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.problem.LockedByAnotherRun;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** What is known of a run, while it goes on and afterwards. */
final class RunStory {
    static final String HALTED = "the time that `--max-runtime` gives is over";

    private final WallClock clock;
    private final Instant began;
    private final EventLog log = new EventLog();
    private final Function<Job, ? extends Collection<String>> resting;
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile Optional<Job> job = Optional.empty();
    private volatile Optional<HostRun> run = Optional.empty();
    private volatile Optional<Throwable> ending = Optional.empty();
    private volatile Optional<List<Event>> beforeTheCut = Optional.empty();
    private volatile SequencedSet<String> rested = new TreeSet<>();
    private final SequencedMap<String, String> besides = new LinkedHashMap<>();
    private volatile int exitCode = ExitCode.OK;

    private RunStory(WallClock clock, Function<Job, ? extends Collection<String>> resting) {
        this.clock = clock;
        this.began = clock.now();
        this.resting = resting;
    }

    static RunStory begin(WallClock clock) {
        return new RunStory(clock, job -> List.of());
    }

    /** @param resting says which hosts are not tried */
    static RunStory begin(WallClock clock, Function<Job, ? extends Collection<String>> resting) {
        return new RunStory(clock, resting);
    }

    /** @return what to work on */
    Job about(Job read) {
        rested = new TreeSet<>(resting.apply(read));
        Job asked = read.without(rested);
        job = Optional.of(asked);
        return asked;
    }

    /** Connected to its hosts. */
    void goesOn(HostRun hosts) {
        run = Optional.of(hosts);
    }

    void ended(int code) {
        exitCode = code;
    }

    /** Before its time. */
    void ended(Throwable why) {
        ending = Optional.of(why);
    }

    /** What happens from now on happens because its connections are cut. */
    void cut() {
        beforeTheCut = Optional.of(log.failures());
    }

    /** Something is wrong that is no matter of hosts. @param name stays the same from run to run */
    void alsoWrong(String name, String text) {
        besides.put(name, text);
    }

    SequencedMap<String, String> besides() {
        return besides;
    }

    /** Whether this is the first time that it is asked, so that everything is told once, whoever comes first. */
    boolean isToldNow() {
        return told.compareAndSet(false, true);
    }

    Instant began() {
        return began;
    }

    /** Since it began. */
    Duration elapsed() {
        return Duration.between(began, clock.now());
    }

    EventLog log() {
        return log;
    }

    /** Empty when the site could not be read. */
    Optional<Job> job() {
        return job;
    }

    /** Empty when it came to no host. */
    Optional<HostRun> run() {
        return run;
    }

    Optional<Throwable> ending() {
        return ending;
    }

    int exitCode() {
        return exitCode;
    }

    /** What went wrong by itself. */
    List<Event> failures() {
        return beforeTheCut.orElseGet(log::failures);
    }

    List<Plan.Refusal> refusals() {
        return run.map(HostRun::refusals).orElse(List.of());
    }

    List<Change> changes() {
        return log.done();
    }

    /** Hosts that were not tried. */
    SequencedSet<String> rested() {
        return rested;
    }

    /** Whether the site wants something of a host that was not tried. */
    boolean isRestedHostMissed() {
        return rested.stream()
                .anyMatch(host ->
                        job.stream().anyMatch(read -> !read.site().on(host).isEmpty()));
    }

    List<String> tried() {
        return job.stream()
                .flatMap(read -> read.hosts().stream())
                .map(Host::name)
                .toList();
    }

    /** Hosts that were tried and did not answer. */
    List<String> silent() {
        return failures().stream()
                .filter(Event.Unreachable.class::isInstance)
                .map(Event::host)
                .distinct()
                .toList();
    }

    /** Whether all that may have been wrong before was looked at. */
    boolean isWhole() {
        return ending.isEmpty()
                && !isOvertime()
                && job.map(read -> read.selection().isAll()).orElse(false);
    }

    /** Whether it is about something that somebody may want to hear of: no question that was answered with no, say. */
    boolean isWorthTelling() {
        return job.isPresent()
                && !(ending.orElse(null) instanceof LockedByAnotherRun)
                && (exitCode != ExitCode.INTERRUPTED || isOvertime());
    }

    /** Whether it had to end because of the time it took, and not of something that is wrong anyway. */
    boolean isOvertime() {
        return beforeTheCut.isPresent() && endedByTheCut()
                || log.failures().stream()
                        .anyMatch(event -> event instanceof Event.Skipped skipped
                                && skipped.why().equals(HALTED));
    }

    private boolean endedByTheCut() {
        return switch (ending.orElse(null)) {
            case SiteRejected _, UsageMistake _, NothingToWorkOn _, LockedByAnotherRun _ -> false;
            case null -> exitCode != ExitCode.OK;
            default -> true;
        };
    }
}
