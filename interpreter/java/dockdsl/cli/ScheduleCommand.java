package dockdsl.cli;

import dockdsl.cli.json.Document;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Questions;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.ScheduleText;
import dockdsl.diary.RunEntry;
import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.schedule.CronTimes;
import dockdsl.schedule.CrontabOfUser;
import dockdsl.schedule.Scheduled;
import dockdsl.schedule.Scheduler;
import dockdsl.schedule.SystemdTimers;
import dockdsl.schedule.Times;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code dockdsl schedule}: lets {@code apply} come by itself. */
final class ScheduleCommand {
    private static final List<String> ACTIONS = List.of("install", "list", "remove");

    private final Invocation invocation;
    private final Surroundings surroundings;
    private final Screen screen;
    private final String site;

    ScheduleCommand(Invocation invocation, Surroundings surroundings) {
        this.invocation = invocation;
        this.surroundings = surroundings;
        this.screen = surroundings.screen();
        this.site =
                invocation.arguments().size() < 2 ? "" : invocation.arguments().getLast();
    }

    int run() {
        String action =
                invocation.arguments().isEmpty() ? "" : invocation.arguments().getFirst();
        return switch (action) {
            case "install" -> install();
            case "list" -> list();
            case "remove" -> remove();
            default -> throw unknown(action);
        };
    }

    private static UsageMistake unknown(String action) {
        String all = "The actions are " + String.join(", ", ACTIONS) + ".";
        return new UsageMistake(
                action.isEmpty() ? "`schedule` needs an action." : "`" + action + "` is no action of `schedule`.",
                (Nearest.hint(action, ACTIONS) + " " + all).strip());
    }

    private int install() {
        Times times = times();
        checkSplay(times);
        RunPlace place = place(RunPlace.of(invocation, surroundings, site));
        Path program = Program.path()
                .orElseThrow(() -> new NothingToWorkOn(
                        "It is not known where dockdsl is on this machine.",
                        "Start it by its launcher, `dockdsl`, and not by Java."));
        Scheduled scheduled = new ScheduledApply(invocation, surroundings, place).at(times, program);
        lookForSecrets(place, scheduled);
        Scheduler scheduler = scheduler();
        scheduler.install(scheduled);
        if (known(another()).stream().anyMatch(old -> old.key().equals(scheduled.key()))) {
            another().remove(scheduled.key());
        }
        screen.say(ScheduleText.installed(scheduled, scheduler.name(), ZonedDateTime.now()));
        scheduler.caution().ifPresent(why -> screen.complain(List.of(Line.of(why))));
        screen.say(Line.of("    `dockdsl runs` shows what becomes of it; the log is "
                + Diary.of(surroundings).of(place).file("log") + "."));
        return ExitCode.OK;
    }

    private Times times() {
        Optional<String> every = invocation.last(Option.EVERY);
        Optional<String> cron = invocation.last(Option.CRON);
        if (every.isPresent() == cron.isPresent()) {
            throw new UsageMistake(
                    every.isPresent() ? "`--every` and `--cron` both say when." : "It is not said when.",
                    "Write `--every 15m`, or `--cron '30 2 * * *'`.");
        }
        return every.map(text -> Times.every(text, invocation.has(Option.SYSTEMD)))
                .orElseGet(() -> CronTimes.parse(cron.orElseThrow()));
    }

    private void checkSplay(Times times) {
        Duration splay = invocation.duration(Option.SPLAY, Duration.ZERO);
        invocation.duration(Option.MAX_RUNTIME, Duration.ZERO);
        invocation.duration(Option.LOCK_WAIT, Duration.ZERO);
        ZonedDateTime now = ZonedDateTime.now();
        Optional<Duration> between =
                times.next(now).flatMap(first -> times.next(first).map(second -> Duration.between(first, second)));
        if (between.isPresent() && splay.compareTo(between.get()) >= 0) {
            throw new UsageMistake(
                    "`--splay " + invocation.last(Option.SPLAY).orElse("")
                            + "` is longer than the time between two runs.",
                    "Make it a part of that time.");
        }
    }

    /** What is wrong in the files is told now. A site without environments has none, whatever DOCKDSL_ENV says. */
    private RunPlace place(RunPlace asked) {
        Job job = job(asked, surroundings);
        return job.site().environment().isPresent() ? asked : asked.withoutEnvironment();
    }

    private Job job(RunPlace place, Surroundings around) {
        Invocation apply = new Invocation(Command.APPLY, List.of(place.file().toString()), invocation.given());
        return new JobReader(around, new Questions(screen, InputStream.nullInputStream())).read(apply);
    }

    /** What a run at night would lack is told now, and stops nobody: it may be set in the crontab. */
    private void lookForSecrets(RunPlace place, Scheduled scheduled) {
        Map<String, String> atNight = new HashMap<>(scheduled.environment());
        atNight.put("HOME", surroundings.home().toString());
        place.environment().ifPresent(name -> atNight.put("DOCKDSL_ENV", name));
        Surroundings alone = surroundings.unwatched(atNight, screen);
        try {
            new SecretsOfRun(job(place, alone)).fetch();
        } catch (NothingToWorkOn missing) {
            screen.complain(FailureText.of(missing));
            screen.complain(List.of(
                    Line.of("    That is how it looks from cron, which has no environment of yours."),
                    Line.of(
                            "    Use a source that works without you, such as a file, vault() or age(), or set the variable"
                                    + " in the crontab.")));
        }
    }

    private int list() {
        List<RunEntry> runs = Diary.of(surroundings).history().all();
        List<ScheduleText.Row> rows = new ArrayList<>();
        for (Scheduler scheduler : List.of(systemd(), crontab())) {
            for (Scheduled scheduled : known(scheduler)) {
                rows.add(new ScheduleText.Row(scheduled, scheduler.name(), last(scheduled, runs)));
            }
        }
        rows.removeIf(row -> !site.isEmpty() && !isAbout(row.scheduled()));
        if (invocation.has(Option.JSON)) {
            screen.document(new Document(invocation.command().word())
                    .with("schedules", ScheduleText.fields(rows, ZonedDateTime.now()))
                    .text(ExitCode.OK));
        } else {
            screen.say(ScheduleText.of(rows, ZonedDateTime.now(), surroundings.width()));
        }
        return ExitCode.OK;
    }

    /** A machine may have no cron. */
    private static List<Scheduled> known(Scheduler scheduler) {
        try {
            return scheduler.list();
        } catch (NothingToWorkOn none) {
            return List.of();
        }
    }

    private static Optional<RunEntry> last(Scheduled scheduled, List<RunEntry> runs) {
        return runs.reversed().stream()
                .filter(run -> run.key().equals(scheduled.key()) && run.unattended())
                .findFirst();
    }

    /** Of a site all that is installed, unless environment, inventory or limit say which. */
    private int remove() {
        List<Scheduled> removed = new ArrayList<>();
        for (Scheduler scheduler : List.of(systemd(), crontab())) {
            for (Scheduled scheduled : known(scheduler)) {
                if (isAbout(scheduled)) {
                    scheduler.remove(scheduled.key());
                    removed.add(scheduled);
                    screen.say(Line.of("Removed from " + scheduler.name() + ": apply of " + scheduled.file() + ", "
                            + scheduled.times() + "."));
                }
            }
        }
        if (removed.isEmpty()) {
            throw new NothingToWorkOn(
                    "Nothing is scheduled for "
                            + RunPlace.of(invocation, surroundings, site).file() + ".",
                    "`dockdsl schedule list` shows what is.");
        }
        return ExitCode.OK;
    }

    private boolean isAbout(Scheduled scheduled) {
        RunPlace place = RunPlace.of(invocation, surroundings, site);
        boolean narrowed = place.environment().isPresent()
                || !place.inventories().isEmpty()
                || !place.limits().isEmpty();
        return narrowed
                ? scheduled.key().equals(place.key())
                : scheduled.file().equals(place.file().toString());
    }

    private Scheduler scheduler() {
        return invocation.has(Option.SYSTEMD) ? systemd() : crontab();
    }

    /** Where it may have been installed before. */
    private Scheduler another() {
        return invocation.has(Option.SYSTEMD) ? crontab() : systemd();
    }

    private Scheduler crontab() {
        return new CrontabOfUser(surroundings.user());
    }

    private Scheduler systemd() {
        return SystemdTimers.of(surroundings.home(), surroundings.environment(), surroundings.user());
    }
}
