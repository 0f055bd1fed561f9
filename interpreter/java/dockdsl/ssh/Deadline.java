package dockdsl.ssh;

import java.time.Duration;

/** A moment by which something must be done. */
record Deadline(long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least a millisecond, since zero means "for ever" to those who are asked to wait. */
    Duration left() {
        var nanos = nanoTime - System.nanoTime();
        return nanos > 1_000_000 ? Duration.ofNanos(nanos) : Duration.ofMillis(1);
    }

    boolean isOver() {
        return nanoTime - System.nanoTime() <= 0;
    }
}
