package dockdsl.cli.text;

import org.jline.utils.WCWidth;

/** How much room text takes on a terminal, where Chinese characters and pictures take twice that of a letter. */
final class Columns {
    /** The most that it can be. */
    private static final int OF_A_TAB = 8;

    private Columns() {}

    static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            columns += of(text.codePointAt(at));
        }
        return columns;
    }

    private static int of(int character) {
        if (character == '\t') {
            return OF_A_TAB;
        }
        return character < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(character));
    }

    /** The longest beginning that has room. */
    static String beginning(String text, int room) {
        int at = 0;
        for (int left = room; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            left -= of(text.codePointAt(at));
            if (left < 0) {
                break;
            }
        }
        return text.substring(0, at);
    }

    /** The longest end that has room. */
    static String end(String text, int room) {
        int at = text.length();
        for (int left = room; at > 0; at -= Character.charCount(text.codePointBefore(at))) {
            left -= of(text.codePointBefore(at));
            if (left < 0) {
                break;
            }
        }
        return text.substring(at);
    }
}
