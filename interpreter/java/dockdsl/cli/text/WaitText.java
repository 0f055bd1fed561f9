package dockdsl.cli.text;

/** What is waited for, in one line that is redrawn. */
public final class WaitText {
    private WaitText() {}

    /**
     * @param what such as {@code connecting to web1}; cut where it is too long
     * @param seconds for how long
     * @param width of the terminal in columns
     */
    public static Line of(String what, long seconds, int width) {
        String time = " (" + seconds + " s)";
        return Line.of(Tone.QUIET, Cut.end(what, width - 1 - time.length()) + time);
    }
}
