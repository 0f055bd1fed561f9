package dockdsl.problem;

import java.util.Objects;

/**
 * One mistake in what the user wrote, or something to think about.
 *
 * @param where the place to look at
 * @param what one sentence without a full stop: what is wrong
 * @param remedy one or more sentences: why, and what to do; may be empty
 */
public record Problem(SourceRef where, String what, String remedy, Severity severity) implements Comparable<Problem> {
    /** What becomes of the run. */
    public enum Severity {
        /** Nothing is done. */
        ERROR,
        /** It is told, and the run goes on. Its line is not shown, because it may hold what nobody shall see. */
        WARNING
    }

    /** A mistake. */
    public Problem(SourceRef where, String what, String remedy) {
        this(where, what, remedy, Severity.ERROR);
    }

    public static Problem warning(SourceRef where, String what, String remedy) {
        return new Problem(where, what, remedy, Severity.WARNING);
    }

    public Problem {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(remedy, "remedy");
        if (what.isBlank()) {
            throw new IllegalArgumentException("a problem says what is wrong");
        }
    }

    @Override
    public int compareTo(Problem other) {
        return where.compareTo(other.where);
    }
}
