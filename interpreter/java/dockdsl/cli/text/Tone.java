package dockdsl.cli.text;

/** What a piece of text says by its colour, where there are colours. */
public enum Tone {
    PLAIN,
    STRONG,
    QUIET,
    GOOD,
    CHANGE,
    BAD,
    /** The first of several sources that are to be told apart, and so on. */
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH
}
