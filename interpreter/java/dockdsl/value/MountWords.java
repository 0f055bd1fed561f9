package dockdsl.value;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/** The further words that a mount may have, those of Docker's short form and of its {@code --mount}, one spelling each. */
final class MountWords {
    static final Set<String> LABELS = Set.of("z", "Z");
    static final Set<String> PROPAGATION = Set.of("private", "shared", "slave", "rshared", "rslave");
    static final String READ_ONLY = "ro";
    static final String NO_COPY = "nocopy";
    static final String CREATE = "create";
    static final String SUBPATH = "subpath=";
    static final String RECURSIVE = "recursive=";

    /** What is so anyway, on Linux. */
    private static final Set<String> USUAL =
            Set.of("", "rw", "rprivate", "cached", "consistent", "delegated", SUBPATH, RECURSIVE + "enabled");

    private static final Set<String> RECURSIONS = Set.of("disabled", "writable", "readonly");

    /** Of each of these the engine takes one. */
    private static final List<Set<String>> ALTERNATIVES = List.of(
            LABELS, Set.of(READ_ONLY, "rw"), Set.of("private", "rprivate", "shared", "rshared", "slave", "rslave"));

    /** Of those that begin so it takes one as well. */
    private static final List<String> PREFIXES = List.of(SUBPATH, RECURSIVE);

    /** Other spellings, of which those before an equals sign leave the rest as it is. */
    private static final Map<String, String> SYNONYMS = Map.of(
            "volume-nocopy", NO_COPY,
            "bind-nonrecursive", RECURSIVE + "disabled",
            "bind-create-src", CREATE,
            "volume-subpath=", SUBPATH,
            "bind-recursive=", RECURSIVE,
            "bind-propagation=", "",
            "propagation=", "");

    private MountWords() {}

    /** These words in one spelling each, as a set that can be changed. @throws Malformed when two of them exclude each other */
    static SortedSet<String> together(Collection<String> options) {
        SortedSet<String> words = new TreeSet<>();
        options.forEach(option -> words.add(subpath(canonical(option))));
        ALTERNATIVES.forEach(alternatives -> checkOne(words, alternatives::contains));
        PREFIXES.forEach(prefix -> checkOne(words, word -> word.startsWith(prefix)));
        return words;
    }

    private static void checkOne(SortedSet<String> words, Predicate<String> alternatives) {
        List<String> several = words.stream().filter(alternatives).toList();
        if (several.size() > 1) {
            throw new Malformed(
                    "'" + several.getFirst() + "' and '" + several.getLast() + "' exclude each other",
                    "Keep one of them.");
        }
    }

    /**
     * These words, but for what is so anyway.
     *
     * @throws Malformed when one of them means nothing there, or two of them do not go together
     */
    static SortedSet<String> of(Mount.Type type, boolean readOnly, Collection<String> options) {
        SortedSet<String> words = together(options);
        words.removeAll(USUAL);
        words.forEach(word -> check(type, word));
        checkTogether(readOnly, words);
        if (!Collections.disjoint(words, LABELS)) {
            words.remove(CREATE);
        }
        return Collections.unmodifiableSortedSet(words);
    }

    private static String canonical(String option) {
        int end = option.indexOf('=') + 1;
        String name = end == 0 ? option : option.substring(0, end);
        return SYNONYMS.getOrDefault(name, name) + (end == 0 ? "" : option.substring(end));
    }

    private static String subpath(String word) {
        if (!word.startsWith(SUBPATH)) {
            return word;
        }
        String path = Mount.clean(word.substring(SUBPATH.length())).replaceAll("^(\\./)+|^\\.$|/\\.(?=/|$)|/$", "");
        if (path.startsWith("/") || path.matches("(.*/)?\\.\\.(/.*)?")) {
            throw new Malformed(
                    "'" + word.substring(SUBPATH.length()) + "' is no path in a volume",
                    "Write it as seen from the volume's own root, without a slash in front and without '..': subpath: 'web/static'.");
        }
        return SUBPATH + path;
    }

    private static void check(Mount.Type type, String word) {
        boolean volume = type == Mount.Type.VOLUME;
        boolean fits = LABELS.contains(word)
                || (volume ? word.equals(NO_COPY) || word.startsWith(SUBPATH) : isOfFolders(word));
        if (fits) {
            return;
        }
        if (word.startsWith(SUBPATH)) {
            throw new Malformed(
                    "a folder of a host has no 'subpath'", "Name the folder itself: '/srv/files/web', at: '/data'.");
        }
        throw new Malformed(
                "'" + word + "' is no option of " + (volume ? "a volume" : "a folder of a host"),
                volume
                        ? "Those are ro, nocopy, subpath=PATH, z and Z."
                        : "Those are ro, z, Z, create, recursive=disabled and its like, and rslave, rshared and their like.");
    }

    private static boolean isOfFolders(String word) {
        return PROPAGATION.contains(word)
                || word.equals(CREATE)
                || word.startsWith(RECURSIVE) && RECURSIONS.contains(word.substring(RECURSIVE.length()));
    }

    /** Engines take labels of SELinux in Docker's short form only, and the others of these in the long one only. */
    private static void checkTogether(boolean readOnly, SortedSet<String> words) {
        for (String word : words) {
            boolean isLong = word.startsWith(SUBPATH) || word.startsWith(RECURSIVE);
            if (isLong && !Collections.disjoint(words, LABELS)) {
                throw new Malformed(
                        "'" + word + "' does not go with z or Z",
                        "Engines do one of the two. Label the files on the host: chcon -Rt container_file_t.");
            }
            if (Set.of(RECURSIVE + "writable", RECURSIVE + "readonly").contains(word) && !readOnly) {
                throw new Malformed(
                        "'" + word + "' says what lies below a folder that is read only, and this one is not",
                        "Write readOnly: true as well, or leave it out.");
            }
            if (word.equals(RECURSIVE + "readonly") && !Collections.disjoint(words, PROPAGATION)) {
                throw new Malformed(
                        "'" + word + "' does not go with a propagation", "Leave that out: it is rprivate then.");
            }
        }
    }
}
