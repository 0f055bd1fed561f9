package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import dockdsl.cli.text.Wrapped;
import java.io.PrintStream;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * One of the two streams that a process prints on.
 *
 * @param columns how wide its terminal is; asked only when there is something to break. Empty where it is no terminal
 */
public record Output(PrintStream stream, Paint paint, Supplier<OptionalInt> columns) {
    /** Where there is less room, broken lines are no easier to read. */
    private static final int NARROWEST = 40;

    /** One that breaks no lines. */
    static Output plain(PrintStream stream, Paint paint) {
        return new Output(stream, paint, OptionalInt::empty);
    }

    void print(String text) {
        stream.print(text);
        stream.flush();
    }

    /** With a line break at the end of each. */
    String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : fitting(lines)) {
            text.append(paint.of(line)).append('\n');
        }
        return text.toString();
    }

    private List<Line> fitting(List<Line> lines) {
        if (lines.stream().noneMatch(line -> Wrapped.breaks(NARROWEST, line))) {
            return lines;
        }
        int width = columns.get().orElse(0);
        return width < NARROWEST
                ? lines
                : lines.stream()
                        .flatMap(line -> Wrapped.at(width, line).stream())
                        .toList();
    }
}
