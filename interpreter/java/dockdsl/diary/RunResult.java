package dockdsl.diary;

import java.util.Locale;

/** How a run ended, from good to bad. */
public enum RunResult {
    /** All was as declared, or is now. */
    OK,
    /** Another run worked on the same site; nothing was done. */
    SKIPPED,
    /** Hosts did not answer; the others are as declared. */
    UNREACHABLE,
    /** Something could not be made as declared. */
    FAILED,
    /** It took longer than it may. */
    OVERTIME,
    /** Somebody ended it. */
    INTERRUPTED,
    /** It could not begin: the site file is wrong, a secret is missing. */
    REFUSED;

    /** In lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is none of this name */
    static RunResult named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
