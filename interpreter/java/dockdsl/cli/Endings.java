package dockdsl.cli;

import dockdsl.cli.json.Document;
import dockdsl.cli.line.Command;
import dockdsl.cli.line.Option;
import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.ProblemText;
import dockdsl.cli.text.Tone;
import dockdsl.problem.DockdslException;
import dockdsl.problem.SiteRejected;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Tells what ended a run before its time. */
final class Endings {
    private final Surroundings surroundings;
    private final List<String> arguments;

    Endings(Surroundings surroundings, List<String> arguments) {
        this.surroundings = surroundings;
        this.arguments = arguments;
    }

    /** @return the exit code */
    int tell(Throwable ending) {
        int code = code(ending);
        surroundings.screen().complain(linesOf(ending));
        if (given(Option.STACKTRACE)) {
            surroundings.screen().complain(trace(ending));
        }
        if (given(Option.JSON)) {
            surroundings.screen().document(Document.ofEnding(command(), ending, code));
        }
        return code;
    }

    static int code(Throwable ending) {
        return ending instanceof DockdslException expected ? ExitCode.of(expected) : ExitCode.BUG;
    }

    /** The arguments themselves may be what is wrong, so they are looked at as they stand. */
    private boolean given(Option option) {
        return arguments.contains(option.spelled());
    }

    private String command() {
        return arguments.stream()
                .filter(argument -> Command.named(argument).isPresent())
                .findFirst()
                .orElse("");
    }

    private List<Line> linesOf(Throwable ending) {
        return switch (ending) {
            case SiteRejected rejected ->
                new ProblemText(new SourceLines(surroundings.folder(), surroundings.typed())::of)
                        .of(rejected.problems());
            case DockdslException expected -> FailureText.of(expected);
            default -> bug(ending);
        };
    }

    private List<Line> bug(Throwable bug) {
        String what = bug.getMessage() == null
                ? bug.getClass().getName()
                : bug.getClass().getSimpleName() + ": " + bug.getMessage();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Tone.BAD, "This is a bug in dockdsl, please report it: " + what));
        if (!given(Option.STACKTRACE)) {
            lines.add(Line.of("    Run it again with --stacktrace and add what that prints."));
        }
        return lines;
    }

    private static List<Line> trace(Throwable ending) {
        StringWriter trace = new StringWriter();
        ending.printStackTrace(new PrintWriter(trace));
        return trace.toString()
                .lines()
                .map(line -> Line.of(Tone.QUIET, line.replace("\t", "    ")))
                .toList();
    }
}
