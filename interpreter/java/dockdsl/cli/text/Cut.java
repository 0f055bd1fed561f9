package dockdsl.cli.text;

/** Makes long text fit. */
public final class Cut {
    private static final String MARK = "...";

    private Cut() {}

    /** The beginning of the text, in at most so many characters. */
    public static String end(String text, int width) {
        return text.length() <= width ? text : text.substring(0, whole(text, width - MARK.length())) + MARK;
    }

    /** The end of the text, in at most so many characters: of an image, that is its name and tag. */
    public static String start(String text, int width) {
        return text.length() <= width
                ? text
                : MARK + text.substring(whole(text, text.length() - width + MARK.length()));
    }

    /** An image without its registry where there is no room for it, and if need be the end of that. */
    public static String image(String image, int width) {
        int slash = image.indexOf('/');
        boolean registry = slash > 0 && image.substring(0, slash).matches(".*[.:].*");
        return start(image.length() > width && registry ? image.substring(slash + 1) : image, width);
    }

    /** A host's name without its domain where there is no room for it, and if need be the beginning of that. */
    public static String host(String name, int width) {
        int dot = name.indexOf('.');
        boolean domain = dot > 0 && !Character.isDigit(name.charAt(0));
        return end(name.length() > width && domain ? name.substring(0, dot) : name, width);
    }

    /** Does not cut through a character that takes two places in a Java text. */
    static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    public static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
