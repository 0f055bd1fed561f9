package dockdsl.cli.text;

/** What is waited for, in one line that is redrawn. */
public final class WaitText {
    /** What is shorter tells nothing. */
    private static final int LEAST = 10;

    private WaitText() {}

    /**
     * @param what such as {@code connecting to web1}; cut where it is too long
     * @param seconds for how long
     * @param width of the terminal in columns
     */
    public static Line of(String what, long seconds, int width) {
        String time = " (" + seconds + " s)";
        return Line.of(Tone.QUIET, Cut.end(what, Math.max(LEAST, width - 1 - time.length())) + time);
    }
}
