package dockdsl.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A line of output, without its line break and without colours. */
public record Line(List<Span> spans) {
    public static final Line EMPTY = new Line(List.of());

    public Line {
        spans = List.copyOf(spans);
    }

    public static Line of(String text) {
        return of(Tone.PLAIN, text);
    }

    public static Line of(Tone tone, String text) {
        return new Line(List.of(new Span(tone, text)));
    }

    public Line and(String text) {
        return and(Tone.PLAIN, text);
    }

    public Line and(Tone tone, String text) {
        List<Span> longer = new ArrayList<>(spans);
        longer.add(new Span(tone, text));
        return new Line(longer);
    }

    public Line and(Line more) {
        List<Span> longer = new ArrayList<>(spans);
        longer.addAll(more.spans);
        return new Line(longer);
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
