package dockdsl.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of INI files: always text as it stands there, without quotes around it and without the comment behind a plain value. */
final class IniValue {
    private static final Pattern PLAIN_WITH_COMMENT = Pattern.compile("([-+]?[0-9.]+|True|False|None)\\s*#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)");

    private IniValue() {}

    static String text(String raw) {
        int end = endOfQuoted(raw);
        if (end > 0 && isEndOrComment(raw.substring(end + 1).strip())) {
            return ESCAPE.matcher(raw.substring(1, end))
                    .replaceAll(escape -> Matcher.quoteReplacement(unescaped(escape.group(1))));
        }
        Matcher plain = PLAIN_WITH_COMMENT.matcher(raw);
        return plain.matches() ? plain.group(1) : raw;
    }

    private static boolean isEndOrComment(String rest) {
        return rest.isEmpty() || rest.startsWith("#");
    }

    /** Where the quote is closed that the value begins with; -1 when it begins with none or none is closed. */
    private static int endOfQuoted(String raw) {
        char quote = raw.isEmpty() ? 0 : raw.charAt(0);
        if (quote != '"' && quote != '\'') {
            return -1;
        }
        for (int i = 1; i < raw.length(); i++) {
            if (raw.charAt(i) == quote) {
                return i;
            }
            i += raw.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
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
