package dockdsl.value;

/**
 * How much of something a process may use.
 *
 * @param soft what holds; -1 means no limit
 * @param hard how far the process itself may raise it; -1 means no limit
 */
public record Ulimit(long soft, long hard) {
    public Ulimit {
        if (soft < -1 || hard < -1 || hard != -1 && (soft == -1 || soft > hard)) {
            throw new Malformed(
                    "the soft limit " + soft + " is above the hard limit " + hard,
                    "Write the soft one first: nofile: '1024:2048'.");
        }
    }

    /**
     * Reads {@code 1024} and {@code 1024:2048}; {@code unlimited} stands for -1.
     *
     * @throws Malformed when it is neither
     */
    public static Ulimit parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length > 2) {
            throw malformed(text);
        }
        return new Ulimit(number(text, parts[0]), number(text, parts[parts.length - 1]));
    }

    private static long number(String text, String part) {
        if (part.equals("unlimited")) {
            return -1;
        }
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException notANumber) {
            throw malformed(text);
        }
    }

    private static Malformed malformed(String text) {
        return new Malformed(
                "'" + text + "' is not a limit", "Write a number, or a soft and a hard limit: nofile: '1024:2048'.");
    }

    @Override
    public String toString() {
        return soft == hard ? show(soft) : show(soft) + ":" + show(hard);
    }

    private static String show(long limit) {
        return limit == -1 ? "unlimited" : String.valueOf(limit);
    }
}
