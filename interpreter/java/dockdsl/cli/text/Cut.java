package dockdsl.cli.text;

/** Makes long text fit. */
public final class Cut {
    private static final String MARK = "...";

    private Cut() {}

    /** The beginning of the text, in at most so many columns. */
    public static String end(String text, int width) {
        return Columns.of(text) <= width ? text : Columns.beginning(text, width - MARK.length()) + MARK;
    }

    /** The end of the text, in at most so many columns: of an image, that is its name and tag. */
    public static String start(String text, int width) {
        return Columns.of(text) <= width ? text : MARK + Columns.end(text, width - MARK.length());
    }

    /** An image without its registry where there is no room for it, and if need be the end of that. */
    public static String image(String image, int width) {
        int slash = image.indexOf('/');
        boolean registry = slash > 0 && image.substring(0, slash).matches(".*[.:].*");
        return start(Columns.of(image) > width && registry ? image.substring(slash + 1) : image, width);
    }

    /** A host's name without its domain where there is no room for it, and if need be the beginning of that. */
    public static String host(String name, int width) {
        int dot = name.indexOf('.');
        boolean domain = dot > 0 && !Character.isDigit(name.charAt(0));
        return end(Columns.of(name) > width && domain ? name.substring(0, dot) : name, width);
    }

    /** With blanks behind it, so that it takes at least so many columns. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - Columns.of(text)));
    }
}
