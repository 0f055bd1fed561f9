package dockdsl.lockfile;

import dockdsl.value.ImageRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one tag stands for.
 *
 * @param image a name with a tag and without a digest
 * @param digest {@code sha256:} and 64 hexadecimal digits; that of the list where the image is made for several platforms
 * @param from the registry that said so, or the environment in which it ran
 * @param at when that was, to the second
 */
public record LockEntry(ImageRef image, String digest, String from, Instant at) {
    public LockEntry {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The older one when both say the same, so that nothing changes in the file. */
    LockEntry unlessKnown(LockEntry older) {
        return older.digest.equals(digest) ? older : this;
    }
}
