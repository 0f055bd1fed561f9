package dockdsl.cli.text;

/**
 * A source line and a caret below the place that is meant.
 *
 * @param source the line, cut around the place when it is long
 * @param caret the column that the caret stands in, counted from 0
 */
record Excerpt(String source, int caret) {
    private static final int WIDTH = 100;
    private static final String CUT = "...";

    /** @param column counts from 1; beyond the end of the line means behind its last character */
    static Excerpt of(String line, int column) {
        String shown = Visible.inPlace(line).stripTrailing();
        int place = Math.min(column - 1, shown.length());
        if (shown.length() <= WIDTH) {
            return new Excerpt(shown, Columns.of(shown.substring(0, place)));
        }
        int from = Math.clamp(place - WIDTH / 2, 0, shown.length() - WIDTH);
        String window = shown.substring(from, from + WIDTH);
        if (from > 0) {
            window = CUT + window.substring(CUT.length());
        }
        if (from + WIDTH < shown.length()) {
            window = window.substring(0, WIDTH - CUT.length()) + CUT;
        }
        return new Excerpt(window, Columns.of(window.substring(0, place - from)));
    }
}
