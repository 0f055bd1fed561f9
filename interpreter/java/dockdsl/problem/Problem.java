package dockdsl.problem;

import java.util.Objects;

/**
 * One mistake in what the user wrote.
 *
 * @param where the place to look at
 * @param what one sentence without a full stop: what is wrong
 * @param remedy one or more sentences: why, and what to do; may be empty
 */
public record Problem(SourceRef where, String what, String remedy) implements Comparable<Problem> {
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
