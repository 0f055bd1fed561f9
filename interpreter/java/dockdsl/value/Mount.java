package dockdsl.value;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A place in a container whose files live elsewhere.
 *
 * @param type a volume of the engine or a folder of the host
 * @param source the volume's name or the host's absolute path
 * @param target the absolute path in the container
 * @param options further words of Docker's: {@code z} and {@code Z} label the files for SELinux, {@code nocopy} leaves a new volume
 *     empty, {@code subpath=web} shows a part of a volume, {@code create} makes a folder, {@code rslave} and {@code
 *     recursive=disabled} and their like say which mounts below a folder are seen on the other side
 */
public record Mount(Type type, String source, String target, boolean readOnly, SortedSet<String> options)
        implements Comparable<Mount> {
    private static final Comparator<Mount> ORDER = Comparator.comparing(Mount::target)
            .thenComparing(Mount::source)
            .thenComparing(Mount::type)
            .thenComparing(Mount::toString);
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
        options = MountWords.of(type, readOnly, options);
        target = clean(target);
        source = type == Type.BIND ? clean(source) : source;
    }

    /** One without options. */
    public Mount(Type type, String source, String target, boolean readOnly) {
        this(type, source, target, readOnly, Collections.emptySortedSet());
    }

    /** The same with these options as well; {@code ro} is one of them. @throws Malformed when two of them exclude each other */
    public Mount with(Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(options);
        all.addAll(more);
        SortedSet<String> words = MountWords.together(all);
        return new Mount(type, source, target, words.remove(MountWords.READ_ONLY) || readOnly, words);
    }

    /** Whether its files get a label of SELinux, which engines do only for what they are told in Docker's short form. */
    public boolean isLabelled() {
        return options.stream().anyMatch(MountWords.LABELS::contains);
    }

    /** Which mounts below it are seen on the other side; empty for the usual, none. */
    public String propagation() {
        return options.stream()
                .filter(MountWords.PROPAGATION::contains)
                .findFirst()
                .orElse("");
    }

    /** Whether a new volume stays empty, whatever the image has in its place. */
    public boolean isWithoutCopy() {
        return options.contains(MountWords.NO_COPY);
    }

    /** The folder or file of the volume that is seen, from its root; empty for all of it. */
    public String subpath() {
        return behind(MountWords.SUBPATH);
    }

    /**
     * What holds for other mounts below the folder: {@code disabled}, they are not seen; {@code writable}, they can be written to though
     * the folder cannot; {@code readonly}, they must not be, or nothing starts. Empty for what engines do by themselves.
     */
    public String recursion() {
        return behind(MountWords.RECURSIVE);
    }

    private String behind(String name) {
        return options.stream()
                .filter(option -> option.startsWith(name))
                .findFirst()
                .map(option -> option.substring(name.length()))
                .orElse("");
    }

    /** Whether a folder that the host does not have is made. */
    public boolean isCreated() {
        return options.contains(MountWords.CREATE);
    }

    /** The path as the engine keeps it: without doubled or trailing slashes and without {@code .} and {@code ..} in it. */
    public static String clean(String path) {
        boolean isClean = !path.contains("//") && !path.contains("/.") && (path.length() < 2 || !path.endsWith("/"));
        return isClean || path.indexOf('\0') >= 0
                ? path
                : Path.of(path).normalize().toString();
    }

    /**
     * Reads Docker's {@code source:target[:options]}, such as {@code data:/data:ro,z}.
     *
     * @throws Malformed when it is not that
     */
    public static Mount parse(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new Malformed(
                    "'" + text + "' is not a mount",
                    "Write 'data:/data', '/srv/files:/files:ro', or 'data', at: '/data'.");
        }
        Mount plain = of(parts[0], parts[1], false);
        return parts.length == 3 ? plain.with(List.of(parts[2].split(","))) : plain;
    }

    /** A mount whose source is a folder when it begins with a slash and a volume otherwise. */
    public static Mount of(String source, String target, boolean readOnly) {
        return new Mount(source.startsWith("/") ? Type.BIND : Type.VOLUME, source, target, readOnly);
    }

    @Override
    public int compareTo(Mount other) {
        return ORDER.compare(this, other);
    }

    /** In Docker's short form. */
    @Override
    public String toString() {
        SortedSet<String> words = new TreeSet<>(options);
        if (readOnly) {
            words.add(MountWords.READ_ONLY);
        }
        return source + ":" + target + (words.isEmpty() ? "" : ":" + String.join(",", words));
    }
}
