package dockdsl.host;

import java.time.Duration;
import java.time.Instant;

/**
 * What a container has used until a moment; all sizes in bytes.
 *
 * @param cpuNanos time of processors, all together
 * @param memory without caches that can be dropped
 * @param memoryLimit that of the host where the container has none of its own
 */
public record Sample(
        Instant at,
        long cpuNanos,
        long memory,
        long memoryLimit,
        long received,
        long sent,
        long blocksRead,
        long blocksWritten,
        long processes) {

    /** Percent of one processor since an earlier sample: 150 is one and a half. */
    public double cpuPercentSince(Sample earlier) {
        long past = Duration.between(earlier.at, at).toNanos();
        return past <= 0 ? 0 : 100.0 * Math.max(0, cpuNanos - earlier.cpuNanos) / past;
    }
}
