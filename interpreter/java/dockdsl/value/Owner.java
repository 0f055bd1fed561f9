package dockdsl.value;

/** The user and the group that a file belongs to, as numbers: which name has which number, only the image knows. */
public record Owner(long user, long group) {
    public static final Owner ROOT = new Owner(0, 0);

    /** More does not fit into the archive that files travel in, and hardly anybody has more. */
    private static final long MOST = 07777777;

    private static final String NUMBERS = "\\d{1,10}(:\\d{1,10})?";

    /** Whether the text is a number, or two with a colon between. */
    public static boolean isNumeric(String text) {
        return text.matches(NUMBERS);
    }

    /**
     * Reads {@code 101:101}; a user alone has the group of the same number.
     *
     * @throws Malformed when it is not that
     */
    public static Owner parse(String text) {
        if (!isNumeric(text)) {
            throw new Malformed(
                    "'" + text + "' is not an owner in numbers",
                    "Names live in the image, so write user and group as numbers: '101:101'. "
                            + "`docker run --rm IMAGE id NAME` tells them.");
        }
        String[] parts = text.split(":");
        Owner owner = new Owner(Long.parseLong(parts[0]), Long.parseLong(parts[parts.length - 1]));
        if (owner.user > MOST || owner.group > MOST) {
            throw new Malformed("'" + text + "' is out of range", "Numbers go up to " + MOST + " here.");
        }
        return owner;
    }

    @Override
    public String toString() {
        return user + ":" + group;
    }
}
