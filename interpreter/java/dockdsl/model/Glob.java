package dockdsl.model;

import java.util.regex.Pattern;

/** A path with {@code *}, {@code ?}, {@code [...]} and {@code **} in it, the last for any number of folders. */
final class Glob {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;

    private Glob(String glob) {
        this.glob = glob;
    }

    static Pattern compile(String glob) {
        return new Glob(glob).compile();
    }

    private Pattern compile() {
        while (at < glob.length()) {
            char c = glob.charAt(at++);
            switch (c) {
                case '*' -> star();
                case '?' -> regex.append("[^/]");
                case '[' -> characters();
                case '\\' -> regex.append(Pattern.quote(at < glob.length() ? next() : "\\"));
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private String next() {
        return String.valueOf(glob.charAt(at++));
    }

    private void star() {
        if (!glob.startsWith("*", at)) {
            regex.append("[^/]*");
            return;
        }
        at++;
        if (at == glob.length()) {
            regex.append(".*");
            return;
        }
        if (glob.charAt(at) == '/') {
            at++;
        }
        regex.append("(?:.*/)?");
    }

    /** A bracket that is never closed stands for itself. */
    private void characters() {
        int close = glob.indexOf(']', at + 1);
        if (close < 0) {
            regex.append("\\[");
            return;
        }
        String inside = glob.substring(at, close);
        regex.append('[')
                .append(inside.replace("[", "\\[").replace("&&", "&\\&"))
                .append(']');
        at = close + 1;
    }
}
