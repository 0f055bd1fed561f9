package dockdsl.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a shell does: blanks part them, quotes and backslashes keep them together. Nothing is expanded. */
final class ShellWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean within;
    private int at;
    private boolean open;

    private ShellWords(String line) {
        this.line = line;
        split();
    }

    static List<String> of(String line) {
        return List.copyOf(new ShellWords(line).words);
    }

    /** Whether a quote or a backslash at its end waits for more. */
    static boolean goOn(String line) {
        return new ShellWords(line).open;
    }

    private void split() {
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (Character.isWhitespace(c)) {
                end();
            } else {
                within = true;
                take(c);
            }
        }
        end();
    }

    private void take(char c) {
        switch (c) {
            case '\'' -> quoted();
            case '"' -> doubleQuoted();
            case '\\' -> escaped();
            default -> word.append(c);
        }
    }

    private void quoted() {
        int end = line.indexOf('\'', at);
        open |= end < 0;
        word.append(line, at, end < 0 ? line.length() : end);
        at = end < 0 ? line.length() : end + 1;
    }

    private void doubleQuoted() {
        while (at < line.length() && line.charAt(at) != '"') {
            if (line.charAt(at) == '\\' && at + 1 < line.length() && "\"\\$`".indexOf(line.charAt(at + 1)) >= 0) {
                at++;
            }
            word.append(line.charAt(at++));
        }
        open |= at >= line.length();
        at++;
    }

    private void escaped() {
        if (at >= line.length()) {
            open = true;
        } else if (line.charAt(at) != '\n') {
            word.append(line.charAt(at));
        }
        at++;
    }

    private void end() {
        if (within) {
            words.add(word.toString());
            word.setLength(0);
            within = false;
        }
    }
}
