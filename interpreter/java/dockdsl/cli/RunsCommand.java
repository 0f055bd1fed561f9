package dockdsl.cli;

import dockdsl.cli.json.Document;
import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.RunsText;
import dockdsl.diary.RunEntry;
import java.util.List;

/** {@code dockdsl runs}: the runs that were started on this machine. */
record RunsCommand(Surroundings surroundings) {
    private static final int USUAL_NUMBER = 20;
    private static final int MOST = 10_000;

    int run(Invocation invocation) {
        int number = invocation.number(Option.NUMBER, USUAL_NUMBER, MOST);
        List<RunEntry> all = asked(invocation);
        if (invocation.has(Option.JSON)) {
            List<RunEntry> last =
                    all.subList(Math.max(0, all.size() - number), all.size()).reversed();
            surroundings
                    .screen()
                    .document(new Document(invocation.command().word())
                            .with("runs", last.stream().map(RunEntry::fields).toList())
                            .text(ExitCode.OK));
        } else {
            surroundings.screen().say(RunsText.of(all.reversed(), number, surroundings.width()));
        }
        return ExitCode.OK;
    }

    /** Of one site file, or of all. */
    private List<RunEntry> asked(Invocation invocation) {
        List<RunEntry> all = Diary.of(surroundings).history().all();
        String site = Operands.of(invocation, surroundings.folder()).site();
        if (site.isEmpty()) {
            return all;
        }
        String file = RunPlace.of(invocation, surroundings).file().toString();
        return all.stream()
                .filter(run -> run.file().equals(file) || run.site().equals(site))
                .toList();
    }
}
