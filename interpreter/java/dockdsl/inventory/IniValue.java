package dockdsl.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of INI files: always text as it stands there, without quotes around it and without the comment behind a plain value. */
final class IniValue {
    private static final Pattern QUOTED =
            Pattern.compile("(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|'((?:[^'\\\\]|\\\\.)*+)')\\s*(?:#.*)?");
    private static final Pattern PLAIN_WITH_COMMENT = Pattern.compile("([-+]?[0-9.]+|True|False|None)\\s*#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)");

    private IniValue() {}

    static String text(String raw) {
        Matcher quoted = QUOTED.matcher(raw);
        if (quoted.matches()) {
            return ESCAPE.matcher(quoted.group(1) == null ? quoted.group(2) : quoted.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
        }
        Matcher plain = PLAIN_WITH_COMMENT.matcher(raw);
        return plain.matches() ? plain.group(1) : raw;
    }

    private static String unescaped(String escape) {
        return switch (escape.charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'u', 'x' ->
                escape.length() == 1 ? "\\" + escape : String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
            case '\\', '\'', '"' -> escape;
            default -> "\\" + escape;
        };
    }
}
