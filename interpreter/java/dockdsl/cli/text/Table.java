package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Columns of text below their titles; columns without any text are left out. */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<List<Span>> rows = new ArrayList<>();
    private final List<String> titles;

    Table(String... titles) {
        this.titles = List.of(titles);
    }

    /** @param cells one for each title */
    void add(Span... cells) {
        rows.add(List.of(cells));
    }

    /** Cuts the widest columns until a line fits. */
    List<Line> lines(int width) {
        int[] widths = widths();
        while (total(widths) > width && widths[widest(widths)] > NARROWEST) {
            widths[widest(widths)]--;
        }
        List<Line> lines = new ArrayList<>();
        lines.add(line(titles.stream().map(title -> new Span(Tone.QUIET, title)).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        for (List<Span> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widths[i] == 0 ? 0 : Math.max(widths[i], titles.get(i).length());
        }
        return widths;
    }

    private static Line line(List<Span> cells, int[] widths) {
        Line line = Line.EMPTY;
        int last = widths.length - 1;
        while (last > 0 && (widths[last] == 0 || cells.get(last).text().isEmpty())) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            if (widths[i] > 0) {
                String text = Cut.end(cells.get(i).text(), widths[i]);
                line = line.and(cells.get(i).tone(), i == last ? text : Cut.padded(text, widths[i]) + GAP);
            }
        }
        return line;
    }

    private static int total(int[] widths) {
        int total = -GAP.length();
        for (int width : widths) {
            total += width == 0 ? 0 : width + GAP.length();
        }
        return total;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] > widths[widest] ? i : widest;
        }
        return widest;
    }
}
