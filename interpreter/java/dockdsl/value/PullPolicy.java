package dockdsl.value;

import java.util.Locale;

/** When an image is fetched from its registry. */
public enum PullPolicy {
    /** When the host does not have it. */
    MISSING,
    /** Whenever the registry has another version under the same name. */
    ALWAYS,
    /** Never: it has to be there. */
    NEVER;

    /** @throws Malformed when the text is none of the policies */
    public static PullPolicy parse(String text) {
        return switch (text) {
            case "missing" -> MISSING;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default -> throw new Malformed("'" + text + "' is not a pull policy", "Write missing, always or never.");
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
