package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Columns of text below their titles; columns without any text are left out. */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<List<Span>> rows = new ArrayList<>();
    private final List<Column> columns;

    /**
     * @param enough how narrow it may become before columns that can be spared are left out
     * @param least how narrow it may become after that
     * @param side what stays of a text that is cut
     * @param spare 0 for a column that is always there; of others the greatest goes first where cutting is not enough
     * @param dear whether it is spared only when the others have become as narrow as they may
     */
    record Column(String title, int enough, int least, Side side, int spare, boolean dear) {
        /** One whose texts are never cut. */
        static Column whole(String title) {
            return cut(title, Integer.MAX_VALUE, Integer.MAX_VALUE);
        }

        static Column cut(String title, int enough, int least) {
            return new Column(title, enough, least, Side.BEGINNING, 0, false);
        }

        Column keeping(Side other) {
            return new Column(title, enough, least, other, spare, dear);
        }

        Column spare(int order) {
            return new Column(title, enough, least, side, order, false);
        }

        Column spareAtLast(int order) {
            return new Column(title, enough, least, side, order, true);
        }

        /** Where even columns that are dear are gone; those that are never cut stay whole. */
        private int tight() {
            return least == Integer.MAX_VALUE ? least : Math.min(least, NARROWEST);
        }
    }

    /** What stays of a text that is cut. */
    enum Side {
        BEGINNING,
        /** Of an image: its name and tag. */
        IMAGE,
        /** Of a host: its name without the domain. */
        HOST,
        /** Of a path: the file. */
        END
    }

    /** Every column may be cut. */
    Table(String... titles) {
        this(Stream.of(titles)
                .map(title -> Column.cut(title, NARROWEST, NARROWEST))
                .toList());
    }

    Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** @param cells one for each title */
    void add(Span... cells) {
        rows.add(List.of(cells));
    }

    /** What it takes to cut nothing. */
    int width() {
        return total(widths());
    }

    /** Whether it takes no more than what {@link Column#enough} says, with all of its columns. */
    boolean fits(int width) {
        int[] widths = widths();
        while (total(widths) > width && narrowed(widths, Column::enough)) {}
        return total(widths) <= width;
    }

    /** Cuts the widest columns until a line fits. */
    List<Line> lines(int width) {
        int[] widths = widths();
        while (total(widths) > width && makeRoom(widths)) {}
        List<Line> lines = new ArrayList<>();
        lines.add(line(
                columns.stream()
                        .map(column -> new Span(Tone.QUIET, column.title()))
                        .toList(),
                widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private boolean makeRoom(int[] widths) {
        return narrowed(widths, Column::enough)
                || spared(widths, false)
                || narrowed(widths, Column::least)
                || spared(widths, true)
                || narrowed(widths, Column::tight);
    }

    /** The widest of the columns that are wider than they have to be. */
    private boolean narrowed(int[] widths, ToIntFunction<Column> bound) {
        int widest = -1;
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] > bound.applyAsInt(columns.get(i)) && (widest < 0 || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest >= 0) {
            widths[widest]--;
        }
        return widest >= 0;
    }

    private boolean spared(int[] widths, boolean dear) {
        int sparest = -1;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            int spare = widths[i] == 0 || column.dear() != dear ? 0 : column.spare();
            if (spare > (sparest < 0 ? 0 : columns.get(sparest).spare())) {
                sparest = i;
            }
        }
        if (sparest >= 0) {
            widths[sparest] = 0;
        }
        return sparest >= 0;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (List<Span> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Columns.of(row.get(i).text()));
            }
        }
        for (int i = 0; i < widths.length; i++) {
            widths[i] = widths[i] == 0
                    ? 0
                    : Math.max(widths[i], columns.get(i).title().length());
        }
        return widths;
    }

    private Line line(List<Span> cells, int[] widths) {
        Line line = Line.EMPTY;
        int last = widths.length - 1;
        while (last > 0 && (widths[last] == 0 || cells.get(last).text().isEmpty())) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            if (widths[i] > 0) {
                String text = cut(cells.get(i).text(), widths[i], columns.get(i).side());
                line = line.and(cells.get(i).tone(), i == last ? text : Cut.padded(text, widths[i]) + GAP);
            }
        }
        return line;
    }

    private static String cut(String text, int width, Side side) {
        return switch (side) {
            case BEGINNING -> Cut.end(text, width);
            case IMAGE -> Cut.image(text, width);
            case HOST -> Cut.host(text, width);
            case END -> Cut.start(text, width);
        };
    }

    private static int total(int[] widths) {
        int total = -GAP.length();
        for (int width : widths) {
            total += width == 0 ? 0 : width + GAP.length();
        }
        return total;
    }
}
