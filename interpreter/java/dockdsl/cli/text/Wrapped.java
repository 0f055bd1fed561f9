package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width; longer words stand alone. */
public final class Wrapped {
    private Wrapped() {}

    /** At least one line. */
    public static List<String> at(int width, String text) {
        List<String> wrapped = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && Columns.of(line.toString()) + 1 + Columns.of(word) > width) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    /** At least one line; what says where it goes on is broken, the rest is left as it is. */
    public static List<Line> at(int width, Line line) {
        return breaks(width, line) ? HangingLine.of(line, width).lines() : List.of(line);
    }

    /** Whether it may be broken, and has to be. */
    public static boolean breaks(int width, Line line) {
        return line.hang() > 0 && Columns.of(line.plain()) > width;
    }
}
