package dockdsl.cli;

import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.LiveView;
import dockdsl.cli.screen.PlainView;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.screen.QuietView;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.screen.View;
import dockdsl.cli.text.EventText;
import dockdsl.cli.text.PlanText;
import dockdsl.lang.LanguageWarmup;
import dockdsl.model.Host;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.run.RunLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The commands that read a site and, but for {@code check}, connect to its hosts. */
record HostCommands(
        Surroundings surroundings,
        Wiring wiring,
        Interruption interruption,
        RunStory story,
        Optional<EventStream> events) {
    private static final int USUAL_FORKS = 20;
    private static final int MOST_FORKS = 500;
    /** Commands that give hosts the engines they lack, or would. */
    private static final Set<Command> ENGINES_COME_WITH =
            Set.of(Command.APPLY, Command.PROMOTE, Command.PLAN, Command.BOOTSTRAP);

    HostCommands(Surroundings surroundings, Wiring wiring, Interruption interruption) {
        this(surroundings, wiring, interruption, RunStory.begin(surroundings.clock()));
    }

    HostCommands(Surroundings surroundings, Wiring wiring, Interruption interruption, RunStory story) {
        this(surroundings, wiring, interruption, story, Optional.empty());
    }

    int run(Invocation invocation) {
        LanguageWarmup.start();
        if (invocation.has(Option.EVENTS) && events.isEmpty()) {
            return streamed(invocation);
        }
        return invocation.command() == Command.CHECK ? check(invocation) : connected(invocation);
    }

    private int streamed(Invocation invocation) {
        try (EventStream stream = EventStream.open(invocation, surroundings)) {
            interruption.tells(ending -> stream.end(ending, ExitCode.INTERRUPTED));
            HostCommands commands =
                    new HostCommands(stream.beside(surroundings), wiring, interruption, story, Optional.of(stream));
            try {
                int code = commands.run(invocation);
                stream.end(code);
                return code;
            } catch (RuntimeException | Error ending) {
                stream.end(ending, Endings.code(ending));
                throw ending;
            }
        }
    }

    private int check(Invocation invocation) {
        Report report = report(invocation);
        Job job = new JobReader(surroundings, questions()).read(invocation);
        report.warnings(job.warnings());
        report.checked(job);
        return report.end(ExitCode.OK);
    }

    private int connected(Invocation invocation) {
        int forks = invocation.number(Option.FORKS, USUAL_FORKS, MOST_FORKS);
        Questions questions = questions();
        Consent consent = Consent.of(invocation, surroundings, questions);
        SshWishes wishes = new SshWishes(invocation, surroundings, questions, forks);
        try (Connections connections = new Connections(wiring, wishes.settings())) {
            interruption.closesWith(connections::close);
            EventLog log = story.log();
            interruption.watches(log);
            JobReader reader = new JobReader(surroundings, questions, connections::know);
            Optional<Promotion> promotion = invocation.command() == Command.PROMOTE
                    ? Optional.of(promotion(invocation, reader, forks, connections, log))
                    : Optional.empty();
            Job job = story.about(job(invocation, reader, promotion));
            if (invocation.command() == Command.LOCK) {
                try (View view = view(invocation)) {
                    return new LockCommand(invocation, report(invocation))
                            .run(job, () -> connections.fleet(job.hosts(), forks, log.andThen(view)::accept));
                }
            }
            if (invocation.has(Option.WATCH)) {
                return new StatusWatch(invocation, surroundings, report(invocation), interruption)
                        .run(job, connections, forks);
            }
            if (invocation.command() == Command.HISTORY) {
                return history(invocation, job, forks, connections, log);
            }
            if (Set.of(Command.APPLY, Command.PLAN, Command.PROMOTE).contains(invocation.command())) {
                new Meanwhile(surroundings, "fetching secrets").during(() -> new SecretsOfRun(job).fetch());
            }
            Optional<RunLock.Claim> claim = claim(invocation, job);
            try (HostRun run = HostRun.start(
                    job, forks, claim, connections, view(invocation), log, recorder(invocation, promotion))) {
                story.goesOn(run);
                int code = perform(invocation, run, consent, promotion);
                if (promotion.isPresent() && code == ExitCode.OK && !invocation.has(Option.DRY_RUN)) {
                    PromoteCommand.keep(job.lock());
                }
                return code;
            }
        }
    }

    private Job job(Invocation invocation, JobReader reader, Optional<Promotion> promotion) {
        return promotion
                .map(found -> reader.read(new PromoteCommand(invocation, surroundings).to())
                        .promoting(found))
                .orElseGet(() -> reader.read(invocation));
    }

    /** Asks the hosts of the environment that gives, and lets go of them. */
    private Promotion promotion(
            Invocation invocation, JobReader reader, int forks, Connections connections, EventLog log) {
        PromoteCommand promote = new PromoteCommand(invocation, surroundings);
        Job from = reader.read(promote.from());
        Job to = reader.read(promote.to());
        List<Host> hosts = from.hosts().stream()
                .filter(host -> !from.site().on(host.name()).isEmpty())
                .toList();
        try (View view = view(invocation);
                Fleet fleet = connections.fleet(hosts, forks, log.andThen(view)::accept)) {
            return promote.look(from, to, fleet, wiring.ledgers());
        }
    }

    /** Asks no engine. */
    private int history(Invocation invocation, Job job, int forks, Connections connections, EventLog log) {
        try (View view = view(invocation);
                Fleet fleet = connections.fleet(job.hosts(), forks, log.andThen(view)::accept)) {
            return new HistoryCommand(invocation, surroundings, report(invocation), wiring.ledgers())
                    .run(job, fleet, log);
        }
    }

    private Recorder recorder(Invocation invocation, Optional<Promotion> promotion) {
        return new Recorder(
                surroundings,
                invocation.command(),
                promotion.map(Promotion::from).orElse(""),
                Instant.now(),
                wiring.ledgers());
    }

    /** Commands that change something claim the lock. */
    private Optional<RunLock.Claim> claim(Invocation invocation, Job job) {
        return invocation.command().changesHosts() && !invocation.has(Option.DRY_RUN)
                ? Optional.of(new RunLock.Claim(
                        job.site().name(),
                        ThisMachine.somebody(surroundings),
                        invocation.command().word() + " of site " + job.site().name(),
                        invocation.duration(Option.LOCK_WAIT, Duration.ZERO)))
                : Optional.empty();
    }

    private int perform(Invocation invocation, HostRun run, Consent consent, Optional<Promotion> promotion) {
        Report report = report(invocation);
        promotion.ifPresent(report::promotes);
        if (!ENGINES_COME_WITH.contains(invocation.command())) {
            run.needEngines();
        }
        warn(invocation, run.job(), report);
        return switch (invocation.command()) {
            case APPLY, PROMOTE ->
                invocation.has(Option.DRY_RUN)
                        ? new PlanCommand(invocation, report).run(run)
                        : new ApplyCommand(invocation, consent, report).run(run);
            case PLAN -> new PlanCommand(invocation, report).run(run);
            case REPORT -> new ReportCommand(invocation, surroundings, report).run(run);
            case STATUS -> new StatusCommand(invocation, report).run(run);
            case ROLLBACK -> new RollbackCommand(invocation, surroundings, consent, report).run(run);
            case DESTROY -> new DestroyCommand(invocation, consent, report).run(run);
            case PRUNE -> new PruneCommand(invocation, consent, report).run(run);
            case BOOTSTRAP -> new BootstrapCommand(report).run(run);
            default -> throw new IllegalArgumentException("no host takes part in " + invocation);
        };
    }

    /** Those who only look at the hosts, and cron, are not bothered. */
    private static void warn(Invocation invocation, Job job, Report report) {
        boolean concerned = Set.of(Command.APPLY, Command.PLAN).contains(invocation.command());
        if (concerned && !invocation.has(Option.QUIET)) {
            report.warnings(job.warnings());
        }
    }

    private Questions questions() {
        return new Questions(surroundings.screen(), surroundings.input());
    }

    private Report report(Invocation invocation) {
        Report report = told(invocation);
        return events.<Report>map(stream -> new EventReport(report, stream)).orElse(report);
    }

    private Report told(Invocation invocation) {
        return invocation.has(Option.JSON)
                ? new JsonReport(surroundings.screen(), invocation.command())
                : new TextReport(
                        surroundings, new PlanText.Detail(invocation.has(Option.DIFF), invocation.has(Option.VERBOSE)));
    }

    private View view(Invocation invocation) {
        View view = shown(invocation);
        return events.<View>map(stream -> new Both(view, stream)).orElse(view);
    }

    /** What people see, and what programs do; the stream ends with the run, not with the view. */
    private record Both(View view, EventStream stream) implements View {
        @Override
        public void accept(Event event) {
            stream.accept(event);
            view.accept(event);
        }

        @Override
        public void close() {
            view.close();
        }
    }

    private View shown(Invocation invocation) {
        if (invocation.has(Option.JSON)) {
            return View.NONE;
        }
        EventText text = new EventText(invocation.count(Option.VERBOSE) >= 2);
        if (invocation.has(Option.QUIET)) {
            return new QuietView(new PlainView(surroundings.screen(), text));
        }
        return surroundings.live()
                ? new LiveView(surroundings.screen(), text, () -> Terminals.width(surroundings.environment()))
                : new PlainView(surroundings.screen(), text);
    }
}
