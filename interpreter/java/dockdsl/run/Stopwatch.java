package dockdsl.run;

import java.time.Duration;

/** Tells how long something takes. */
record Stopwatch(long start) {
    static Stopwatch started() {
        return new Stopwatch(System.nanoTime());
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
