package dockdsl.cli.text;

import dockdsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Mistakes in files, each with its place, the source line, and what to do. */
public final class ProblemText {
    private final Sources sources;

    public ProblemText(Sources sources) {
        this.sources = sources;
    }

    /** The lines of files. */
    @FunctionalInterface
    public interface Sources {
        /** All lines of the file; none when it can't be read. */
        List<String> of(String file);
    }

    public List<Line> of(List<Problem> problems) {
        List<Line> lines = new ArrayList<>();
        for (Problem problem : problems) {
            tell(problem, lines);
            lines.add(Line.EMPTY);
        }
        lines.add(Line.of(Tone.BAD, count(problems)).and(" Nothing was connected to."));
        return lines;
    }

    /** Warnings, without their lines: these may hold what nobody shall see. */
    public static List<Line> ofWarnings(List<Problem> warnings) {
        List<Line> lines = new ArrayList<>();
        for (Problem warning : warnings) {
            lines.add(Line.of(Tone.STRONG, warning.where() + ":")
                    .and(" warning: ")
                    .and(Tone.STRONG, warning.what()));
            lines.add(Line.of("    " + warning.remedy()));
        }
        return lines;
    }

    private void tell(Problem problem, List<Line> lines) {
        lines.add(Line.of(Tone.STRONG, problem.where() + ":").and(" ").and(Tone.BAD, problem.what()));
        List<String> source = sources.of(problem.where().file());
        int number = problem.where().line();
        if (number <= source.size() && !source.get(number - 1).isBlank()) {
            excerpt(source.get(number - 1), problem, lines);
        }
        problem.remedy()
                .lines()
                .filter(remedy -> !remedy.isBlank())
                .forEach(remedy -> lines.add(Line.of("    " + remedy)));
    }

    private static void excerpt(String source, Problem problem, List<Line> lines) {
        Excerpt excerpt = Excerpt.of(source, problem.where().column());
        String number = String.valueOf(problem.where().line());
        lines.add(Line.of(Tone.QUIET, "  " + number + " | ").and(excerpt.source()));
        lines.add(Line.of(Tone.QUIET, "  " + " ".repeat(number.length()) + " | ")
                .and(" ".repeat(excerpt.caret()))
                .and(Tone.BAD, "^"));
    }

    private static String count(List<Problem> problems) {
        var files = new TreeSet<String>();
        for (Problem problem : problems) {
            files.add(problem.where().file());
        }
        return Counted.of(problems.size(), "problem") + " in " + String.join(", ", files) + ".";
    }
}
