package dockdsl.cli.text;

import java.util.regex.Pattern;

/** Makes digests short enough to read, and long enough to tell one from another. */
public final class Digests {
    private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");

    private Digests() {}

    /** The text with {@code sha256:} and 12 digits in place of each digest. */
    public static String shortened(String text) {
        return text.contains("sha256:") ? DIGEST.matcher(text).replaceAll("$1") : text;
    }
}
