package dockdsl.cli.text;

import dockdsl.plan.Difference;
import java.util.ArrayList;
import java.util.List;

/** Settings before and after, one below the other. */
final class DifferenceText {
    private static final int VALUE = 60;
    private static final int NAME = 40;
    private static final String INDENT = "        ";

    /** The column behind the mark. */
    private static final int MARKED = INDENT.length() + 2;

    private final boolean full;
    private int nameWidth;
    private int beforeWidth;

    /** @param full whether long values are shown in full, before and after each on lines of their own */
    DifferenceText(boolean full) {
        this.full = full;
    }

    List<Line> of(List<Difference> differences) {
        measure(differences);
        List<Line> lines = new ArrayList<>();
        for (Difference difference : differences) {
            if (full && isLong(difference)) {
                inFull(difference, lines);
            } else {
                lines.add(onOneLine(difference));
            }
        }
        return lines;
    }

    private void measure(List<Difference> differences) {
        nameWidth = 0;
        beforeWidth = 0;
        for (Difference difference : differences) {
            nameWidth = Math.max(nameWidth, Math.min(NAME, Columns.of(difference.setting())));
            if (difference.before().isPresent() && difference.after().isPresent()) {
                beforeWidth = Math.max(
                        beforeWidth, Columns.of(shown(difference.before().get())));
            }
        }
    }

    private Line onOneLine(Difference difference) {
        String before = difference.before().map(DifferenceText::shown).orElse("");
        String after = difference.after().map(DifferenceText::shown).orElse("");
        String both = Cut.padded(before, beforeWidth) + " -> " + after;
        String value = switch (Kind.of(difference)) {
            case ADDED -> after;
            case REMOVED -> before;
            case CHANGED -> both;
        };
        return marked(difference)
                .and(Cut.padded(Visible.of(difference.setting()), nameWidth) + "  " + value)
                .hanging(MARKED + nameWidth + 2);
    }

    private static void inFull(Difference difference, List<Line> lines) {
        lines.add(marked(difference).and(difference.setting()));
        difference.before().ifPresent(before -> valueLines(before, "-", Tone.BAD, lines));
        difference.after().ifPresent(after -> valueLines(after, "+", Tone.GOOD, lines));
    }

    private static Line marked(Difference difference) {
        Line line = Line.of(INDENT);
        return switch (Kind.of(difference)) {
            case ADDED -> line.and(Tone.GOOD, "+").and(" ");
            case REMOVED -> line.and(Tone.BAD, "-").and(" ");
            case CHANGED -> line.and(Tone.CHANGE, "~").and(" ");
        };
    }

    private enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        static Kind of(Difference difference) {
            if (difference.before().isEmpty()) {
                return ADDED;
            }
            return difference.after().isEmpty() ? REMOVED : CHANGED;
        }
    }

    private static void valueLines(String value, String symbol, Tone tone, List<Line> lines) {
        value.lines()
                .forEach(line -> lines.add(
                        Line.of(INDENT + "    ").and(tone, symbol + " " + line).hanging(MARKED + 4)));
    }

    private static boolean isLong(Difference difference) {
        return difference.before().filter(DifferenceText::isLong).isPresent()
                || difference.after().filter(DifferenceText::isLong).isPresent();
    }

    private static boolean isLong(String value) {
        return value.length() > VALUE || value.indexOf('\n') >= 0;
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(empty)" : Cut.end(Visible.of(Digests.shortened(value)), VALUE);
    }
}
