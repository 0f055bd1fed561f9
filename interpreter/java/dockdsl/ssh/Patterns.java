package dockdsl.ssh;

import java.util.List;

/** OpenSSH's pattern lists: {@code *} and {@code ?}, and {@code !} for exceptions. */
final class Patterns {
    private Patterns() {}

    /** Whether a pattern matches and no negated one does. */
    static boolean match(List<String> patterns, String text) {
        var matched = false;
        for (var pattern : patterns) {
            if (pattern.startsWith("!")) {
                if (matches(pattern.substring(1), text)) {
                    return false;
                }
            } else {
                matched |= matches(pattern, text);
            }
        }
        return matched;
    }

    static boolean matches(String pattern, String text) {
        if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
            return pattern.equals(text);
        }
        return matches(pattern, 0, text, 0);
    }

    private static boolean matches(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '*') {
            return matches(pattern, p + 1, text, t) || t < text.length() && matches(pattern, p, text, t + 1);
        }
        return t < text.length()
                && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))
                && matches(pattern, p + 1, text, t + 1);
    }
}
