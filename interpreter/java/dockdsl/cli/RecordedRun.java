package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Runs a command that changes hosts, and lets this machine remember it. */
record RecordedRun(Surroundings surroundings, Supplier<Wiring> wiring, Interruption interruption) {

    int run(Invocation invocation) {
        RunStory story = RunStory.begin(surroundings.clock());
        HostCommands commands = new HostCommands(surroundings, wiring.get(), interruption, story);
        if (invocation.has(Option.DRY_RUN)) {
            return commands.run(invocation);
        }
        interruption.remembersWith(() -> {
            story.ended(ExitCode.INTERRUPTED);
            remember(invocation, story);
        });
        try {
            int code = commands.run(invocation);
            story.ended(code);
            return code;
        } catch (RuntimeException | Error ending) {
            story.ended(ending);
            story.ended(Endings.code(ending));
            throw ending;
        } finally {
            remember(invocation, story);
        }
    }

    /** What came to no host and changed nothing, as a wrong file, is not worth it. */
    private void remember(Invocation invocation, RunStory story) {
        if (story.run().isEmpty() || !story.isToldNow()) {
            return;
        }
        Diary diary = Diary.of(surroundings);
        RunPlace place = RunPlace.of(invocation, surroundings);
        try {
            tell(Announcer.of(diary.of(place), story), invocation, story);
            diary.add(invocation, place, story, "");
        } catch (IOException unwritable) {
            diary.complain(unwritable);
        }
    }

    private void tell(Announcer announcer, Invocation invocation, RunStory story) throws IOException {
        boolean anybody = story.job().filter(job -> !job.notifiers().isEmpty()).isPresent();
        if (anybody && story.isWorthTelling()) {
            new Telling(surroundings, invocation.command().word(), story, announcer)
                    .tellAll()
                    .forEach((who, why) -> surroundings.screen().complain(List.of(UnattendedRun.untoldLine(who, why))));
            announcer.save();
        }
    }
}
