package dockdsl.lang;

/** What can be told of a text in the language while it is being typed. */
public final class Typing {
    private Typing() {}

    /** Whether the text is not whole yet: a bracket, a comment or a text of several lines is open at its end. */
    public static boolean goesOn(String text) {
        return Brackets.goOn(text);
    }

    /** Whether a value looks like a secret: by the form of the value itself. */
    public static boolean looksSecret(String value) {
        return SecretLooks.sortOf(value).isPresent();
    }

    /** Whether a value under this name looks like a secret. */
    public static boolean looksSecret(String name, String value) {
        return SecretLooks.isNamed(name, value);
    }
}
