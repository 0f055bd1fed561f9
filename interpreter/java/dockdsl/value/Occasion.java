package dockdsl.value;

import java.util.Locale;

/** What somebody wants to hear about. */
public enum Occasion {
    /** Something was changed on hosts. */
    CHANGE,
    /** Something went wrong that was right before. */
    FAILURE,
    /** What was wrong is right again. */
    RECOVERY;

    /** @throws Malformed when there is none of this name */
    public static Occasion parse(String name) {
        for (Occasion occasion : values()) {
            if (occasion.toString().equals(name)) {
                return occasion;
            }
        }
        throw new Malformed("'" + name + "' is nothing to be told about", "Write change, failure or recovery.");
    }

    /** In lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
