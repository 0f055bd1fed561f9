package dockdsl.value;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A folder of a container that lives in memory and is empty after each start.
 *
 * @param size the most it may hold; {@link Bytes#UNLIMITED} means half of the host's memory
 * @param mode its permissions in octal digits without leading zeros; empty means 1777
 * @param options further words of mount(8), such as {@code noexec} or {@code uid=1000}
 */
public record Tmpfs(String target, Bytes size, String mode, SortedSet<String> options) implements Comparable<Tmpfs> {
    private static final Comparator<Tmpfs> ORDER =
            Comparator.comparing(Tmpfs::target).thenComparing(Tmpfs::words);

    /** What a folder is that nobody says {@code ro} of. */
    private static final String USUAL = "rw";

    public Tmpfs {
        target = Mount.clean(target);
        if (!target.startsWith("/")) {
            throw new Malformed(
                    "'" + target + "' is no place in a container", "Write an absolute path, for example '/tmp'.");
        }
        if (!mode.matches("[0-7]{0,5}")) {
            throw new Malformed(
                    "'" + mode + "' are no permissions", "Write octal digits in quotes, such as mode: '1777'.");
        }
        mode = mode.replaceFirst("^0+(?=.)", "");
        options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
    }

    /** @param words as the engine keeps them, such as {@code size=64m,noexec} */
    public static Tmpfs parse(String target, String words) {
        Bytes size = Bytes.UNLIMITED;
        String mode = "";
        SortedSet<String> options = new TreeSet<>();
        for (String word : words.split(",")) {
            if (word.startsWith("size=")) {
                size = Bytes.parse(word.substring("size=".length()));
            } else if (word.startsWith("mode=")) {
                mode = word.substring("mode=".length());
            } else if (!word.isBlank() && !word.strip().equals(USUAL)) {
                options.add(word.strip());
            }
        }
        return new Tmpfs(target, size, mode, options);
    }

    /** As the engine takes it: words with commas between them. */
    public String words() {
        SortedSet<String> words = new TreeSet<>(options);
        if (size.count() != 0) {
            words.add("size=" + size.count());
        }
        if (!mode.isEmpty()) {
            words.add("mode=" + mode);
        }
        return String.join(",", words);
    }

    /** The words as people write them. */
    public String show() {
        SortedSet<String> words = new TreeSet<>(options);
        if (size.count() != 0) {
            words.add("size=" + size);
        }
        if (!mode.isEmpty()) {
            words.add("mode=" + mode);
        }
        return words.isEmpty() ? "usual" : String.join(",", words);
    }

    @Override
    public int compareTo(Tmpfs other) {
        return ORDER.compare(this, other);
    }
}
