package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Line;
import dockdsl.diary.Quarantine;
import dockdsl.diary.RotatedLog;
import dockdsl.diary.StateFolder;
import dockdsl.diary.Told;
import dockdsl.docker.JsonReader;
import dockdsl.model.Host;
import dockdsl.problem.LockedByAnotherRun;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One run that nobody watches: it is logged, remembered, and told only where there is something new. */
final class UnattendedRun {
    private static final String UNTOLD = "notify: ";

    private final Invocation invocation;
    private final Surroundings real;
    private final RunPlace place;
    private final Interruption interruption;
    private final StateFolder state;
    private final RotatedLog log;
    private final Tape tape;
    private final Surroundings taped;
    private final Diary diary;
    private final Quarantine quarantine;
    private final RunStory story;
    private boolean forgotten;
    private volatile Optional<EventStream> events = Optional.empty();

    UnattendedRun(Invocation invocation, Surroundings surroundings, RunPlace place, Interruption interruption) {
        this.invocation = invocation;
        this.real = surroundings;
        this.place = place;
        this.interruption = interruption;
        this.state = Diary.of(surroundings).of(place);
        this.log = new RotatedLog(state);
        this.tape = new Tape(this::note);
        this.taped = surroundings.unwatched(surroundings.environment(), tape.screen());
        this.diary = Diary.of(taped);
        this.quarantine = Quarantine.read(state, JsonReader::parse);
        this.story = RunStory.begin(
                surroundings.clock(),
                job -> quarantine.resting(job.hosts().stream().map(Host::name).toList(), now()));
    }

    private Instant now() {
        return real.clock().now();
    }

    private void note(String line) {
        log.add(now().truncatedTo(ChronoUnit.SECONDS) + " " + line + "\n");
    }

    /** Another one of these is still at it. */
    int skip() {
        openEvents();
        story.ended(new LockedByAnotherRun("An earlier run has not ended yet.", ""));
        remember();
        endEvents();
        return ExitCode.OK;
    }

    /** What programs read is no news for people: it comes whether anything changes or not. */
    private void openEvents() {
        if (invocation.has(Option.EVENTS)) {
            events = Optional.of(EventStream.open(
                    invocation,
                    taped,
                    line -> real.screen().document(taped.screen().covered(line))));
        }
    }

    private void endEvents() {
        events.ifPresent(stream -> {
            story.ending()
                    .ifPresentOrElse(why -> stream.end(why, story.exitCode()), () -> stream.end(story.exitCode()));
            stream.close();
        });
    }

    /** @param most how long it may take */
    int converge(Supplier<Wiring> wiring, Duration most) {
        interruption.remembersWith(() -> {
            story.ended(ExitCode.INTERRUPTED);
            remember();
            endEvents();
        });
        note("begin of " + invocation.command().word() + " of " + place.file());
        try (Overtime _ = Overtime.after(most, story, interruption::cut, this::giveUp)) {
            openEvents();
            story.ended(new HostCommands(taped, wiring.get(), interruption, story, events).run(invocation));
        } catch (RuntimeException | Error ending) {
            ended(ending);
        }
        finish();
        return story.exitCode();
    }

    private void ended(Throwable ending) {
        story.ended(ending);
        if (ending instanceof LockedByAnotherRun) {
            story.ended(ExitCode.OK);
        } else if (!story.isOvertime()) {
            story.ended(new Endings(taped, List.of()).tell(ending));
        }
    }

    /** It does not end though its connections are cut. */
    private void giveUp() {
        story.ended(ExitCode.INTERRUPTED);
        finish();
        Runtime.getRuntime().halt(story.exitCode());
    }

    private void finish() {
        if (!story.isToldNow()) {
            return;
        }
        if (story.isOvertime()) {
            story.ended(ExitCode.INTERRUPTED);
            taped.screen()
                    .complain(List.of(
                            Line.of("Ended after "
                                    + invocation.last(Option.MAX_RUNTIME).orElse("") + ", as `--max-runtime` says."),
                            Line.of("    "
                                    + Interruption.remedy(invocation.command().word(), story.log()))));
        } else if (!isSkipped() && story.exitCode() == ExitCode.OK && story.isRestedHostMissed()) {
            story.ended(ExitCode.UNREACHABLE);
        }
        if (log.isBroken()) {
            String what = "The log can't be written: " + log.file() + ".";
            taped.screen().complain(List.of(Line.of(what)));
            story.alsoWrong("log: can't be written", what);
        }
        if (!isSkipped()) {
            tell();
        }
        enter();
        endEvents();
    }

    private boolean isSkipped() {
        return story.ending().orElse(null) instanceof LockedByAnotherRun;
    }

    /** Somebody who reads what is printed hears what is new for him; a run that changes something is told whole. */
    private void tell() {
        Announcer announcer = Announcer.of(state, story);
        if (story.isWorthTelling()) {
            new Telling(taped, invocation.command().word(), story, announcer)
                    .tellAll()
                    .forEach(this::untold);
        }
        Told.News news = announcer.news(Announcer.READER);
        if (!news.begun().isEmpty() || !story.changes().isEmpty()) {
            tape.play(people());
        }
        news.passed().stream()
                .filter(trouble -> !trouble.startsWith(UNTOLD))
                .forEach(trouble -> people().say(Line.of("Over: " + trouble)));
        announcer.hasHeard(Announcer.READER);
        try {
            announcer.save();
            if (story.run().isPresent() && !story.isOvertime()) {
                Quarantine after = quarantine.after(story.tried(), story.silent(), now());
                if (!after.equals(quarantine)) {
                    after.write(state);
                }
            }
        } catch (IOException unwritable) {
            forgotten(unwritable);
        }
    }

    /** Where people read: standard output, unless a program has that. */
    private Screen people() {
        return events.filter(EventStream::isAlone).isPresent() ? real.screen().aside() : real.screen();
    }

    private void untold(String who, String why) {
        taped.screen().complain(List.of(untoldLine(who, why)));
        story.alsoWrong(UNTOLD + who, why);
    }

    static Line untoldLine(String who, String why) {
        return Line.of("Could not tell " + who + ": " + why + ".");
    }

    private void remember() {
        if (story.isToldNow()) {
            enter();
        }
    }

    private void enter() {
        note(ending());
        try {
            diary.add(invocation, place, story, log.file().toString());
        } catch (IOException unwritable) {
            forgotten(unwritable);
        }
    }

    /** One full disk is one trouble, however much of the run is lost on it. */
    private void forgotten(IOException why) {
        if (!forgotten) {
            Diary.of(real).complain(why);
        }
        forgotten = true;
    }

    /** The last line of the run in the log. */
    private String ending() {
        int changes = story.changes().size();
        String what = story.ending()
                .map(Throwable::getMessage)
                .orElse(changes == 0 ? "nothing was changed" : Counted.of(changes, "change"));
        String rested = story.rested().isEmpty() ? "" : ", not tried: " + String.join(", ", story.rested());
        long tenths = story.elapsed().toMillis() / 100;
        return "end of " + invocation.command().word() + " with " + story.exitCode() + ": " + what + rested + " ("
                + tenths / 10 + "." + tenths % 10 + " s)";
    }
}
