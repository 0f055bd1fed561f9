package dockdsl.cli.text;

/** What a piece of text says by its colour, where there are colours. */
public enum Tone {
    PLAIN,
    STRONG,
    QUIET,
    GOOD,
    CHANGE,
    BAD
}
