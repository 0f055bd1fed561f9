package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.text.Line;
import dockdsl.diary.RunEntry;
import dockdsl.diary.RunHistory;
import dockdsl.diary.RunResult;
import dockdsl.diary.StateFolder;
import dockdsl.docker.JsonReader;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.LockedByAnotherRun;
import java.io.IOException;
import java.util.List;

/** Where this machine remembers its runs. */
record Diary(Surroundings surroundings, StateFolder folder) {

    static Diary of(Surroundings surroundings) {
        return new Diary(
                surroundings, StateFolder.ofUser(surroundings.home(), surroundings.environment(), surroundings.user()));
    }

    RunHistory history() {
        return new RunHistory(folder, JsonReader::parse);
    }

    /** What is kept for runs on the same hosts. */
    StateFolder of(RunPlace place) {
        return folder.within(place.key());
    }

    /** @throws IOException when it can't be written */
    void add(Invocation invocation, RunPlace place, RunStory story, String log) throws IOException {
        history().add(entry(invocation, place, story, log));
    }

    private RunEntry entry(Invocation invocation, RunPlace place, RunStory story, String log) {
        return new RunEntry(
                story.began(),
                story.elapsed(),
                invocation.command().word(),
                place.key(),
                place.file().toString(),
                story.job().map(job -> job.site().name()).orElse(""),
                !log.isEmpty(),
                result(story),
                story.exitCode(),
                covered(Troubles.changes(story)),
                story.silent(),
                List.copyOf(story.rested()),
                surroundings.screen().covered(why(story)),
                log);
    }

    private List<String> covered(List<String> texts) {
        return texts.stream().map(surroundings.screen()::covered).toList();
    }

    private static RunResult result(RunStory story) {
        if (story.isOvertime()) {
            return RunResult.OVERTIME;
        }
        return story.ending().map(Diary::result).orElseGet(() -> switch (story.exitCode()) {
            case ExitCode.OK -> RunResult.OK;
            case ExitCode.UNREACHABLE -> RunResult.UNREACHABLE;
            case ExitCode.INTERRUPTED -> RunResult.INTERRUPTED;
            default -> RunResult.FAILED;
        });
    }

    private static RunResult result(Throwable ending) {
        return switch (ending) {
            case LockedByAnotherRun _ -> RunResult.SKIPPED;
            case HostUnreachable _ -> RunResult.UNREACHABLE;
            case HostFailed _ -> RunResult.FAILED;
            default -> RunResult.REFUSED;
        };
    }

    /** The first line of what went wrong, or what another run was doing. */
    private static String why(RunStory story) {
        return story.ending()
                .filter(LockedByAnotherRun.class::isInstance)
                .map(Throwable::getMessage)
                .or(() -> Troubles.of(story).values().stream().findFirst())
                .flatMap(text -> text.lines().findFirst())
                .orElse("");
    }

    /** That something could not be remembered is told; it stops nobody. */
    void complain(IOException why) {
        surroundings
                .screen()
                .complain(List.of(
                        Line.of("This run can't be remembered in " + folder.path() + ": " + why.getMessage() + ".")));
    }
}
