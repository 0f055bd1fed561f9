package dockdsl.cli.text;

import org.jline.utils.WCWidth;

/** How much room text takes on a terminal, where Chinese characters and pictures take twice that of a letter. */
final class Columns {
    /** The most that it can be. */
    private static final int OF_A_TAB = 8;

    private Columns() {}

    static int of(String text) {
        return text.codePoints()
                .map(character -> character == '\t' ? OF_A_TAB : Math.max(0, WCWidth.wcwidth(character)))
                .sum();
    }
}
