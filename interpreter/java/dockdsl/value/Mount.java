package dockdsl.value;

import java.util.Comparator;

/**
 * A place in a container whose files live elsewhere.
 *
 * @param type a volume of the engine or a folder of the host
 * @param source the volume's name or the host's absolute path
 * @param target the absolute path in the container
 */
public record Mount(Type type, String source, String target, boolean readOnly) implements Comparable<Mount> {
    private static final Comparator<Mount> ORDER = Comparator.comparing(Mount::target)
            .thenComparing(Mount::source)
            .thenComparing(Mount::type)
            .thenComparing(Mount::readOnly);

    /** Where the files live. */
    public enum Type {
        VOLUME,
        BIND
    }

    public Mount {
        if (!target.startsWith("/")) {
            throw new Malformed(
                    "'" + target + "' is no place in a container", "Write an absolute path, for example at: '/data'.");
        }
        if (type == Type.BIND && !source.startsWith("/")) {
            throw new Malformed(
                    "'" + source + "' is no folder of a host",
                    "Write the absolute path that the folder has on the host.");
        }
        if (type == Type.VOLUME && source.matches("[.~]+/.*|\\.\\.?|[^:]+/[^:]*")) {
            throw new Malformed(
                    "'" + source + "' is no folder of a host",
                    "A folder of the host has an absolute path there. What lies beside the site file is given to the container "
                            + "with `file`: file '" + source + "', at: '" + target + "'.");
        }
        if (type == Type.VOLUME && !source.matches("[a-zA-Z0-9][a-zA-Z0-9_.-]+")) {
            throw new Malformed(
                    "'" + source + "' is not a name for a volume",
                    "A volume's name has letters, digits, dots, dashes and underscores; a folder of the host begins with '/'.");
        }
        target = clean(target);
        source = type == Type.BIND ? clean(source) : source;
    }

    /** The path as the engine keeps it: without doubled or trailing slashes. */
    public static String clean(String path) {
        String once = path.contains("//") ? path.replaceAll("/+", "/") : path;
        return once.length() > 1 && once.endsWith("/") ? once.substring(0, once.length() - 1) : once;
    }

    /**
     * Reads Docker's {@code source:target[:ro]}.
     *
     * @throws Malformed when it is not that
     */
    public static Mount parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3 || parts.length == 3 && !parts[2].matches("ro|rw")) {
            throw new Malformed(
                    "'" + text + "' is not a mount",
                    "Write 'data:/data', '/srv/files:/files:ro', or 'data', at: '/data'.");
        }
        return of(parts[0], parts[1], parts.length == 3 && parts[2].equals("ro"));
    }

    /** A mount whose source is a folder when it begins with a slash and a volume otherwise. */
    public static Mount of(String source, String target, boolean readOnly) {
        return new Mount(source.startsWith("/") ? Type.BIND : Type.VOLUME, source, target, readOnly);
    }

    @Override
    public int compareTo(Mount other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return source + ":" + target + (readOnly ? ":ro" : "");
    }
}
