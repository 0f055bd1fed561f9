package dockdsl.inventory;

import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A word of a host line, without its quotes.
 *
 * @param column where it begins, counted from 1
 */
record IniWord(String text, int column) {
    /**
     * The words of a line up to its comment, split as Ansible does it: with quotes and backslashes, and with a comment wherever
     * an unquoted {@code #} stands.
     */
    static List<IniWord> split(String line) {
        List<IniWord> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int start = -1;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean blank = quote == 0 && Character.isWhitespace(c);
            if (quote == 0 && c == '#') {
                break;
            }
            if (blank && start >= 0) {
                words.add(new IniWord(word.toString(), start + 1));
                word.setLength(0);
                start = -1;
            }
            if (blank) {
                continue;
            }
            start = start < 0 ? i : start;
            if (c == '\\' && quote != '\'') {
                i++;
                word.append(escaped(line, i, quote));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                word.append(c);
            }
        }
        if (quote != 0) {
            throw new Malformed("the quote " + quote + " is not closed", "Close it in the same line.");
        }
        if (start >= 0) {
            words.add(new IniWord(word.toString(), start + 1));
        }
        return List.copyOf(words);
    }

    /** Between double quotes a backslash only stands before a quote or a backslash. */
    private static String escaped(String line, int index, char quote) {
        if (index >= line.length()) {
            throw new Malformed("the line ends with a backslash", "Write \\\\ for a backslash.");
        }
        char c = line.charAt(index);
        return quote == '"' && c != '"' && c != '\\' ? "\\" + c : String.valueOf(c);
    }
}
