package dockdsl.ssh;

import java.util.ArrayList;
import java.util.List;

/** Splits what stands behind a keyword: words end at blanks outside of quotes, and a comment may follow them. */
final class SshConfigWords {
    private final String text;
    private final String separators;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean started;
    private char quote;
    private int at;

    private SshConfigWords(String text, String separators) {
        this.text = text;
        this.separators = separators;
    }

    static List<String> of(String text) {
        return new SshConfigWords(text, " \t").split();
    }

    /** In a line with Match, {@code host=web1} is the same as {@code host web1}. */
    static List<String> ofCriteria(String text) {
        return new SshConfigWords(text, " \t=").split();
    }

    private List<String> split() {
        for (at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (quote == 0 && !started && c == '#') {
                break;
            }
            take(c);
        }
        end();
        return words;
    }

    private void take(char c) {
        if (c == '\\' && isEscaped()) {
            append(text.charAt(++at));
        } else if (c == quote) {
            quote = 0;
        } else if (quote == 0 && (c == '"' || c == '\'')) {
            quote = c;
            started = true;
        } else if (quote == 0 && separators.indexOf(c) >= 0) {
            end();
        } else {
            append(c);
        }
    }

    /** A backslash is one of its own but before quotes, backslashes and blanks outside of quotes. */
    private boolean isEscaped() {
        var next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        return next == '\'' || next == '"' || next == '\\' || quote == 0 && next == ' ';
    }

    private void append(char c) {
        word.append(c);
        started = true;
    }

    private void end() {
        if (started) {
            words.add(word.toString());
        }
        word.setLength(0);
        started = false;
    }
}
