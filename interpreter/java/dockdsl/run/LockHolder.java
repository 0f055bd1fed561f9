package dockdsl.run;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A run that holds a lock, or wants it.
 *
 * @param since when it began to want the lock, by its own clock
 * @param id tells runs apart that began at the same time
 * @param who {@code alice@laptop}
 * @param what {@code apply of site identidock}
 */
public record LockHolder(Instant since, String id, String who, String what) implements Comparable<LockHolder> {
    private static final int MOST_CHARACTERS = 200;
    private static final Comparator<LockHolder> EARLIEST_FIRST =
            Comparator.comparing(LockHolder::since).thenComparing(LockHolder::id);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    public LockHolder {
        who = who.replaceAll("\\s+", "-");
    }

    static LockHolder now(String who, String what) {
        String id = Long.toString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
        return new LockHolder(Instant.now(), id, who, what);
    }

    /** As it is left on the host for others to read. */
    String line() {
        return String.join(" ", since.toString(), id, who, what);
    }

    /** Everybody on the host can write that line, so it is not believed to be one. */
    static Optional<LockHolder> read(String line) {
        String[] words = line.replaceAll("\\p{Cntrl}", "?").split(" ", 4);
        if (line.length() > MOST_CHARACTERS || words.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LockHolder(Instant.parse(words[0]), words[1], words[2], words[3]));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(LockHolder other) {
        return EARLIEST_FIRST.compare(this, other);
    }

    /** {@code alice@laptop since 2026-11-21 03:25:46 UTC, apply of site identidock}. */
    @Override
    public String toString() {
        return who + " since " + TO_THE_SECOND.format(since) + ", " + what;
    }
}
