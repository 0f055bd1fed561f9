package dockdsl.cli.text;

import java.util.Locale;

/** Sizes for people, in steps of a thousand as {@code docker image ls} has them. */
public final class Bytes {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
    private static final int STEP = 1000;

    private Bytes() {}

    /** {@code 12 MB}, {@code 1.4 GB}. */
    public static String told(long bytes) {
        double size = bytes;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        boolean fraction = unit > 0 && size < 10;
        return String.format(Locale.ROOT, fraction ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
