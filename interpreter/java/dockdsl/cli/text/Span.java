package dockdsl.cli.text;

/** A piece of a line in one tone; its text can't harm a terminal. */
public record Span(Tone tone, String text) {
    public Span {
        text = Visible.withTabs(text);
    }
}
