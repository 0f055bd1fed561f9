package dockdsl.lang;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Looks for brackets and quotes that do not pair, where the parser can only say that it did not get on. */
final class Brackets {
    /** A mistake, at an offset from the start of the text. */
    record Mistake(int offset, String what, String remedy) {}

    /** Whether more text may make it whole: a bracket, a comment or a text of several lines is open at its end. */
    static boolean goOn(String text) {
        Brackets brackets = new Brackets(text);
        return brackets.find().isPresent() && brackets.at >= text.length() && !brackets.brokenLine;
    }

    /** What may stand behind a backslash; a line break goes on in the next line. */
    private static final String ESCAPED = "btnfrsu01234567\\'\"$\n\r";

    private record Opened(char bracket, int offset) {}

    private final String text;
    private final Deque<Opened> open = new ArrayDeque<>();
    private int at;
    private int before = -1;
    private boolean brokenLine;

    private Brackets(String text) {
        this.text = text;
    }

    /** The first mistake; empty when all brackets and quotes pair. */
    static Optional<Mistake> mistake(String text) {
        return new Brackets(text).find();
    }

    private Optional<Mistake> find() {
        while (at < text.length()) {
            char c = text.charAt(at);
            int start = at;
            Optional<Mistake> mistake = switch (c) {
                case '(', '[', '{' -> opened(c);
                case ')', ']', '}' -> closed(c);
                case '\'', '"' -> quoted(c);
                case '/' -> commented();
                default -> Optional.empty();
            };
            if (mistake.isPresent()) {
                return mistake;
            }
            boolean comment = c == '/' && at > start;
            before = comment || Character.isWhitespace(c) ? before : start;
            at++;
        }
        return Optional.ofNullable(open.peek())
                .map(last -> new Mistake(
                        last.offset(),
                        "this `" + last.bracket() + "` is never closed",
                        "Write `" + closing(last.bracket()) + "` where its content ends."));
    }

    private Optional<Mistake> opened(char bracket) {
        open.push(new Opened(bracket, at));
        return Optional.empty();
    }

    private Optional<Mistake> closed(char bracket) {
        if (bracket == '}' && before >= 0 && text.charAt(before) == ',') {
            return Optional.of(new Mistake(
                    before,
                    "there is a comma too many, or a value is missing before `}`",
                    "Remove the comma, or write the value behind it."));
        }
        if (open.isEmpty()) {
            return Optional.of(new Mistake(
                    at, "this `" + bracket + "` closes nothing", "Remove it, or write what it shall close before it."));
        }
        Opened last = open.pop();
        return closing(last.bracket()) == bracket
                ? Optional.empty()
                : Optional.of(new Mistake(
                        last.offset(),
                        "this `" + last.bracket() + "` is not closed before `" + bracket + "` in line " + line(at),
                        "Write `" + closing(last.bracket()) + "` where its content ends."));
    }

    private Optional<Mistake> quoted(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean several = text.startsWith(three, at);
        int start = at;
        at += several ? 3 : 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && ESCAPED.indexOf(text.charAt(at + 1)) < 0) {
                char next = text.charAt(at + 1);
                return Optional.of(new Mistake(
                        at,
                        "`\\" + next + "` means nothing in quotes",
                        "Write \\\\" + next + " for a backslash and what follows it."));
            } else if (c == '\\') {
                at++;
            } else if (several ? text.startsWith(three, at) : c == quote) {
                at += several ? 2 : 0;
                return Optional.empty();
            } else if (c == '\n' && !several) {
                break;
            } else if (quote == '"' && c == '$' && !several && !beginsInsertion()) {
                return Optional.of(new Mistake(
                        at,
                        "a `$` in double quotes begins an insertion, and nothing to insert follows",
                        "Write the text in 'single' quotes, or \\$ for the sign itself."));
            }
            at++;
        }
        brokenLine = !several;
        return Optional.of(new Mistake(
                start,
                "this " + (several ? three : quote) + " is not closed",
                several
                        ? "Write " + three + " where the text ends."
                        : "Write " + quote + " where the text ends. A text with " + quote + " in it is written in "
                                + (quote == '"' ? "'single'" : "\"double\"") + " quotes."));
    }

    private boolean beginsInsertion() {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return next == '{' || next == '_' || Character.isLetter(next);
    }

    private Optional<Mistake> commented() {
        int start = at;
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        } else if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            if (end < 0) {
                at = text.length();
                return Optional.of(new Mistake(start, "this comment is never closed", "Write */ where it ends."));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    private long line(int offset) {
        return 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private static char closing(char bracket) {
        return switch (bracket) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '}';
        };
    }
}
