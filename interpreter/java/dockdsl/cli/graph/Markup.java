package dockdsl.cli.graph;

/** Text as XML and HTML take it. */
public final class Markup {
    private Markup() {}

    /** Safe between tags and inside of quoted attributes; characters that XML has not become a question mark. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isAllowed(character) ? character : '?');
            }
        });
        return safe.toString();
    }

    /** Marks that turn the direction of writing are allowed in XML, but would make text look like another. */
    private static boolean isAllowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
