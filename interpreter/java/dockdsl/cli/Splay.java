package dockdsl.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;

/** How long a machine waits before a run, so that many do not begin in the same second: always the same time, another one elsewhere. */
final class Splay {
    private static final long STEPS = 1L << 32;

    private Splay() {}

    /** A part of the most. @param who the user and the machine @param key what is run */
    static Duration of(Duration most, String who, String key) {
        CRC32 hash = new CRC32();
        hash.update((who + "\0" + key).getBytes(StandardCharsets.UTF_8));
        return Duration.ofMillis((long) (most.toMillis() * ((double) hash.getValue() / STEPS)));
    }
}
