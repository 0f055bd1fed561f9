package dockdsl.observed;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a container has used until a moment; all sizes in bytes.
 *
 * @param cpu time of processors, all cores together, since it was started
 * @param memory at that moment, without caches that can be dropped
 * @param memoryLimit that of the host where the container has none of its own
 */
public record Sample(
        Instant at,
        Duration cpu,
        long memory,
        long memoryLimit,
        long received,
        long sent,
        long blocksRead,
        long blocksWritten,
        long processes) {

    /**
     * What it uses between two moments.
     *
     * @param cpuPercent of one core: 150 is one and a half
     */
    public record Usage(double cpuPercent, long memoryBytes, long memoryLimitBytes) {}

    /** What containers use between two looks at them, by name; those that were not there both times are missing. */
    public static Map<String, Usage> usages(Map<String, Sample> earlier, Map<String, Sample> later) {
        Map<String, Usage> usages = new HashMap<>();
        later.forEach((container, sample) -> Optional.ofNullable(earlier.get(container))
                .ifPresent(before -> usages.put(container, sample.since(before))));
        return usages;
    }

    /** @param earlier of the same container; one that was started anew meanwhile counts from nothing */
    public Usage since(Sample earlier) {
        double past = Duration.between(earlier.at, at).toNanos();
        double used = Math.max(0, cpu.minus(earlier.cpu).toNanos());
        double percent = past <= 0 ? 0 : Math.round(1000 * used / past) / 10.0;
        return new Usage(percent, memory, memoryLimit);
    }
}
