package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.Status;
import dockdsl.cli.text.StatusHost;
import dockdsl.cli.text.StatusRow;
import dockdsl.cli.text.WatchText;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.Sample;
import dockdsl.plan.Plan;
import dockdsl.plan.Planner;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Watch;
import dockdsl.run.Watch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code dockdsl status --watch}: on a terminal one picture that is drawn anew, elsewhere one status after another, until it is
 * interrupted.
 */
record StatusWatch(Invocation invocation, Surroundings surroundings, Report report, Interruption interruption) {
    private static final Duration USUAL = Duration.ofSeconds(2);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration TICK = Duration.ofMillis(250);
    /** How much longer than usual an answer may take before it is told. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    int run(Job job, Connections connections, int forks) {
        Watch.Rhythm rhythm = new Watch.Rhythm(pause(), invocation.has(Option.USAGE), forks);
        interruption.endsQuietlyWith(ExitCode.OK);
        try (Watch watch = connections.watch(job.hosts(), job.site(), rhythm)) {
            if (surroundings.live() && !invocation.has(Option.JSON)) {
                redraw(job, watch, rhythm);
            } else {
                repeat(job, watch, rhythm);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            surroundings.screen().leaveFrame();
        }
        return ExitCode.INTERRUPTED;
    }

    private Duration pause() {
        boolean said =
                invocation.last(Option.WATCH).filter(text -> !text.isEmpty()).isPresent();
        Duration pause = said ? invocation.duration(Option.WATCH, USUAL) : USUAL;
        if (pause.compareTo(SHORTEST) < 0) {
            throw new UsageMistake(
                    "`--watch=" + invocation.last(Option.WATCH).orElse("") + "` is too often.",
                    "Say 200ms or more; 2s is usual.");
        }
        return pause;
    }

    private void redraw(Job job, Watch watch, Watch.Rhythm rhythm) throws InterruptedException {
        List<Sight> before = List.of();
        Status status = new Status(List.of(), List.of(), Map.of());
        while (true) {
            List<Sight> sights = watch.sights();
            if (!sights.equals(before)) {
                status = status(job, sights, watch, rhythm);
                before = sights;
            }
            Terminals.Size size = Terminals.size();
            WatchText text = new WatchText(job.site().name(), rhythm.pause(), Instant.now());
            surroundings.screen().frame(text.of(hurried(status, sights, rhythm), size.columns() - 1, size.rows()));
            Thread.sleep(TICK);
        }
    }

    /** The first time when every host has answered, or failed to. */
    private void repeat(Job job, Watch watch, Watch.Rhythm rhythm) throws InterruptedException {
        while (watch.sights().stream()
                .anyMatch(sight -> sight.snapshot().isEmpty() && sight.trouble().isEmpty())) {
            Thread.sleep(TICK);
        }
        while (true) {
            report.status(status(job, watch.sights(), watch, rhythm));
            report.end(ExitCode.OK);
            Thread.sleep(rhythm.pause());
        }
    }

    private static Status status(Job job, List<Sight> sights, Watch watch, Watch.Rhythm rhythm) {
        List<HostSnapshot> snapshots =
                sights.stream().map(Sight::snapshot).flatMap(Optional::stream).toList();
        Plan glance = Planner.plan(
                job.site().withSecretsUnseen(),
                job.selection(),
                snapshots,
                watch.addresses(job.withLinked(job.hosts())),
                job.lock().pins().unasked(),
                false);
        Map<String, Map<String, Sample.Usage>> usages = new HashMap<>();
        sights.forEach(sight -> usages.put(sight.host(), sight.usages()));
        return new Status(
                sights.stream().map(sight -> host(sight, rhythm)).toList(),
                StatusRow.of(job.site(), job.selection(), snapshots, glance),
                usages);
    }

    /** The same with what time alone has changed: hosts that have been silent for too long. */
    private static Status hurried(Status status, List<Sight> sights, Watch.Rhythm rhythm) {
        return new Status(sights.stream().map(sight -> host(sight, rhythm)).toList(), status.rows(), status.usages());
    }

    private static StatusHost host(Sight sight, Watch.Rhythm rhythm) {
        String trouble = trouble(sight, rhythm);
        return sight.snapshot()
                .map(snapshot -> new StatusHost(
                        sight.host(), Optional.of(snapshot.address()), snapshot.engine(), sight.machine(), trouble))
                .orElseGet(() -> StatusHost.silent(sight.host(), trouble.isEmpty() ? "connecting" : trouble));
    }

    private static String trouble(Sight sight, Watch.Rhythm rhythm) {
        Duration silence = Duration.between(sight.at(), Instant.now());
        String since = " for " + silence.toSeconds() + " s";
        if (sight.trouble().isPresent()) {
            boolean unreachable = sight.trouble().get() instanceof HostUnreachable;
            return unreachable ? "unreachable" + since : sight.trouble().get().getMessage();
        }
        return silence.compareTo(rhythm.pause().plus(PATIENCE)) > 0 ? "silent" + since : "";
    }
}
