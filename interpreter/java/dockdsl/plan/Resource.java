package dockdsl.plan;

import java.util.Locale;

/**
 * A thing on a host that a change is about.
 *
 * @param name what the engine calls it
 */
public record Resource(Kind kind, String name) {
    /** The sorts of things. */
    public enum Kind {
        NETWORK,
        VOLUME,
        IMAGE,
        CONTAINER
    }

    /** {@code container redis}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
