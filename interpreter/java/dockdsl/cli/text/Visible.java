package dockdsl.cli.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes text harmless for a terminal: whatever could move the cursor, change colours or reorder letters is spelled out. Text of
 * hosts, containers and files passes through here before it is shown.
 */
public final class Visible {
    private static final Pattern COLOUR = Pattern.compile("\033\\[[0-9;]*m");

    private Visible() {}

    /** The text on one line: {@code \n} and {@code \t} for line breaks and tabs, <code>&#92;u001b</code> for an escape. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDangerous(text.charAt(i))) {
                return spelledOut(text);
            }
        }
        return text;
    }

    /** The same, but one character for each one, so that columns stay where they are. */
    public static String inPlace(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            safe.append(character == '\t' ? ' ' : isDangerous(character) ? '?' : character);
        }
        return safe.toString();
    }

    /** The same with its tabs as they are. */
    public static String withTabs(String text) {
        if (text.indexOf('\t') < 0) {
            return of(text);
        }
        return Stream.of(text.split("\t", -1)).map(Visible::of).collect(Collectors.joining("\t"));
    }

    /** Without the sequences by which programs colour what they write. */
    public static String withoutColours(String text) {
        return COLOUR.matcher(text).replaceAll("");
    }

    private static String spelledOut(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isDangerous(character)) {
                spell(character, safe);
            } else {
                safe.append(character);
            }
        }
        return safe.toString();
    }

    private static void spell(char character, StringBuilder to) {
        switch (character) {
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            case '\t' -> to.append("\\t");
            default -> to.append("\\u").append(Integer.toHexString(0x10000 | character), 1, 5);
        }
    }

    /** Control characters, line separators, marks that change the direction of writing, and blanks of no width. */
    private static boolean isDangerous(char character) {
        return character < ' '
                || character >= 0x7f && character <= 0x9f
                || character >= 0x200b && character <= 0x200f
                || character >= 0x2028 && character <= 0x202e
                || character >= 0x2066 && character <= 0x2069
                || character == 0xfeff;
    }
}
