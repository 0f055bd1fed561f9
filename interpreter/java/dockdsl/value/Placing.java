package dockdsl.value;

/** Where something can be put in a container. */
final class Placing {
    private Placing() {}

    static void check(String at) {
        if (!at.startsWith("/") || Mount.clean(at).equals("/")) {
            throw new Malformed(
                    "'" + at + "' is no place for a file in a container",
                    "Write an absolute path, for example at: '/etc/app.conf'.");
        }
        if (at.matches(".*(^|/)\\.\\.?(/.*|$)") || at.chars().anyMatch(c -> c < ' ')) {
            throw new Malformed("'" + at + "' has steps that lead nowhere", "Write the path without '.' and '..'.");
        }
    }
}
