package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of output, without its line break and without colours.
 *
 * @param hang the column that the rest of it is moved to where a terminal has no room for all of it, from 0; at 0 it is not broken
 */
public record Line(List<Span> spans, int hang) {
    public static final Line EMPTY = new Line(List.of(), 0);

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return of(Tone.PLAIN, text);
    }

    public static Line of(Tone tone, String text) {
        return new Line(List.of(new Span(tone, text)), 0);
    }

    public Line and(String text) {
        return and(Tone.PLAIN, text);
    }

    public Line and(Tone tone, String text) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(tone, text));
        return new Line(longer, hang);
    }

    public Line and(Line more) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(more.spans);
        return new Line(longer, hang);
    }

    /** The same, which may be broken between words: the rest goes on at this column. */
    public Line hanging(int column) {
        return new Line(spans, column);
    }

    /** From one character of its text to another one. */
    Line part(int from, int to) {
        List<Span> part = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int end = at + span.text().length();
            if (end > from && at < to) {
                part.add(new Span(span.tone(), span.text().substring(Math.max(from, at) - at, Math.min(to, end) - at)));
            }
            at = end;
        }
        return new Line(part, hang);
    }

    /** The text alone. */
    public String plain() {
        StringBuilder text = new StringBuilder();
        for (Span span : spans) {
            text.append(span.text());
        }
        return text.toString();
    }

    /** The text of several lines, each with a line break at its end. */
    public static String plain(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.plain()).append('\n');
        }
        return text.toString();
    }
}
