package dockdsl.host;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which of the lines that a container wrote.
 *
 * @param follow whether to go on with what it writes from now on
 * @param since this moment is included
 * @param tail only so many, the last ones
 */
public record LogWish(boolean follow, Optional<Instant> since, Optional<Instant> until, OptionalInt tail) {
    public static final LogWish ALL = new LogWish(false, Optional.empty(), Optional.empty(), OptionalInt.empty());

    /** Everything behind a moment, in nanoseconds since 1970. */
    public LogWish behind(long nanos) {
        long next = nanos + 1;
        Instant from = Instant.ofEpochSecond(next / 1_000_000_000, next % 1_000_000_000);
        return new LogWish(follow, Optional.of(from), until, OptionalInt.empty());
    }
}
