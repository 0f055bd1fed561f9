package dockdsl.value;

import java.util.Optional;

/**
 * A container that lends its volumes to another one.
 *
 * @param container its name
 * @param readOnly whether the other one can only read them
 */
public record Donor(String container, boolean readOnly) implements Comparable<Donor> {
    private static final String OF_A_CONTAINER = "container:";

    /** Reads Docker's spellings: {@code data}, {@code data:ro}, {@code data:rw}. */
    public static Donor parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String mode = colon < 0 ? "rw" : text.substring(colon + 1);
        if (name.isBlank() || !mode.matches("ro|rw")) {
            throw new Malformed(
                    "'" + text + "' is not a container whose volumes could be used",
                    "Write its name, with ':ro' behind it to only read them: volumesFrom 'data:ro'.");
        }
        return new Donor(name, mode.equals("ro"));
    }

    /** The container that lends its network, memory or processes, from {@code container:data}; empty for other modes. */
    public static Optional<String> ofMode(String mode) {
        return mode.startsWith(OF_A_CONTAINER)
                ? Optional.of(mode.substring(OF_A_CONTAINER.length()))
                : Optional.empty();
    }

    /** The mode in which that container lends what it has. */
    public static String mode(String container) {
        return OF_A_CONTAINER + container;
    }

    @Override
    public int compareTo(Donor other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return readOnly ? container + ":ro" : container;
    }
}
