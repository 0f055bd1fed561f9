package dockdsl.value;

import java.util.ArrayList;
import java.util.List;

/** Splits one line into words as a POSIX shell would, with quotes and backslashes but without expansions. */
public final class ShellWords {
    /** What a backslash between double quotes stands before; it is one of its own before anything else. */
    private static final String ESCAPED_IN_QUOTES = "\"\\$`";

    private ShellWords() {}

    /** @throws Malformed when a quote is not closed */
    public static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length() && escapes(quote, line.charAt(i + 1))) {
                word.append(line.charAt(++i));
                inWord = true;
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
                inWord = true;
            } else if (!Character.isWhitespace(c)) {
                word.append(c);
                inWord = true;
            } else if (inWord) {
                words.add(word.toString());
                word.setLength(0);
                inWord = false;
            }
        }
        if (quote != 0) {
            throw new Malformed(
                    "the quote " + quote + " in '" + line + "' is not closed",
                    "Close it, or give the words one by one: command 'sh', '-c', '...'.");
        }
        if (inWord) {
            words.add(word.toString());
        }
        return List.copyOf(words);
    }

    private static boolean escapes(char quote, char next) {
        return switch (quote) {
            case '\'' -> false;
            case '"' -> ESCAPED_IN_QUOTES.indexOf(next) >= 0;
            default -> true;
        };
    }
}
