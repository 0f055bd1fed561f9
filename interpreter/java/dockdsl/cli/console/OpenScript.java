package dockdsl.cli.console;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells of a script whether a shell would wait for more lines of it: a quote is open at its end, a backslash or a here-document. What
 * stands in comments and in the bodies of here-documents opens nothing.
 */
final class OpenScript {
    private static final String ENDS_A_WORD = ";&|<>()";

    private final String script;
    private final Deque<HereDocument> awaited = new ArrayDeque<>();
    private int at;
    private boolean open;
    private boolean inBody;

    /** @param indented whether tabs may stand before its last line, as behind {@code <<-} */
    private record HereDocument(String end, boolean indented) {
        boolean endsWith(String line) {
            return (indented ? line.replaceFirst("^\t+", "") : line).equals(end);
        }
    }

    private OpenScript(String script) {
        this.script = script;
        read();
    }

    static boolean goesOn(String script) {
        OpenScript read = new OpenScript(script);
        return read.open || !read.awaited.isEmpty();
    }

    /** Whether the end stands in a here-document, where nothing but its last line means anything. */
    static boolean isInHereDocument(String script) {
        return new OpenScript(script).inBody;
    }

    private void read() {
        while (at < script.length()) {
            switch (script.charAt(at)) {
                case '\'', '"' -> quoted();
                case '\\' -> escaped();
                case '#' -> comment();
                case '$' -> substitution();
                case '<' -> redirection();
                case '\n' -> bodies();
                default -> at++;
            }
        }
    }

    private void quoted() {
        char quote = script.charAt(at++);
        while (at < script.length() && script.charAt(at) != quote) {
            at += quote == '"' && script.charAt(at) == '\\' ? 2 : 1;
        }
        open |= at >= script.length();
        at++;
    }

    private void escaped() {
        open |= at + 1 >= script.length();
        at += 2;
    }

    private void comment() {
        boolean begins = at == 0
                || Character.isWhitespace(script.charAt(at - 1))
                || ENDS_A_WORD.indexOf(script.charAt(at - 1)) >= 0;
        int end = script.indexOf('\n', at);
        at = !begins ? at + 1 : end < 0 ? script.length() : end;
    }

    /** In a calculation, {@code <<} moves bits. */
    private void substitution() {
        int end = script.startsWith("$((", at) ? script.indexOf("))", at) : -1;
        at = end < 0 ? at + 1 : end;
    }

    private void redirection() {
        if (!script.startsWith("<<", at) || script.startsWith("<<<", at)) {
            at += script.startsWith("<<<", at) ? 3 : 1;
            return;
        }
        at += 2;
        boolean indented = at < script.length() && script.charAt(at) == '-';
        at += indented ? 1 : 0;
        while (at < script.length() && (script.charAt(at) == ' ' || script.charAt(at) == '\t')) {
            at++;
        }
        int from = at;
        String end = word();
        if (at > from) {
            awaited.add(new HereDocument(end, indented));
        }
    }

    /** With its quotes taken off. */
    private String word() {
        StringBuilder word = new StringBuilder();
        while (at < script.length() && !endsWord(script.charAt(at))) {
            char c = script.charAt(at);
            int from = at;
            switch (c) {
                case '\'', '"' -> {
                    quoted();
                    word.append(script, from + 1, Math.min(at - 1, script.length()));
                }
                case '\\' -> {
                    escaped();
                    word.append(script, from + 1, Math.min(at, script.length()));
                }
                default -> {
                    word.append(c);
                    at++;
                }
            }
        }
        return word.toString();
    }

    private static boolean endsWord(char c) {
        return Character.isWhitespace(c) || ENDS_A_WORD.indexOf(c) >= 0;
    }

    /** The lines that belong to the here-documents of the line before. */
    private void bodies() {
        at++;
        while (!awaited.isEmpty() && at < script.length()) {
            int end = script.indexOf('\n', at);
            String line = script.substring(at, end < 0 ? script.length() : end);
            if (awaited.element().endsWith(line)) {
                awaited.remove();
            }
            at = end < 0 ? script.length() : end + 1;
        }
        inBody = !awaited.isEmpty();
    }
}
