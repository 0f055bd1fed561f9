package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that is longer than its terminal is wide, in several that are not; a word that is longer stands alone.
 *
 * @param width of the terminal in columns
 * @param hang the column that all but the first of them begin at
 */
record HangingLine(Line line, String text, int width, int hang) {
    private static final int USUAL_HANG = 4;
    private static final String ARROW = "-> ";

    /** A column that leaves too little room on a narrow terminal is moved to the left. */
    static HangingLine of(Line line, int width) {
        String text = line.plain();
        int indent = text.length() - text.stripLeading().length();
        return new HangingLine(line, text, width, line.hang() <= width / 2 ? line.hang() : indent + USUAL_HANG);
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        int column = 0;
        for (int to = 0; to < text.length(); ) {
            int word = skipBlanks(to);
            int end = endOfWord(word);
            int begin = column + word - to;
            column = begin + Columns.of(text.substring(word, end));
            if (column > width && begin > hang) {
                lines.add(piece(from, to));
                column += hang - begin;
                from = word;
            }
            to = end;
        }
        lines.add(piece(from, text.length()));
        return lines;
    }

    private int skipBlanks(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    /** An arrow stays with what it leads to, and a command in one piece, to be copied. */
    private int endOfWord(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != ' ') {
            int quoted = text.charAt(end) == '`' ? text.indexOf('`', end + 1) : -1;
            if (quoted > 0) {
                end = quoted + 1;
            } else {
                end = text.startsWith(ARROW, end) ? skipBlanks(end + ARROW.length()) : end + 1;
            }
        }
        return end;
    }

    private Line piece(int from, int to) {
        Line piece = line.part(from, to);
        return from == 0 ? piece : Line.of(" ".repeat(hang)).and(piece);
    }
}
