package dockdsl.value;

import java.time.Duration;
import java.util.List;

/**
 * How the engine asks a container whether it is well. Zero and empty mean: what the image says, else the engine's default.
 *
 * @param test as the engine takes it: {@code CMD} and words, {@code CMD-SHELL} and a line, or {@code NONE}
 * @param startInterval the time between two tests until the start period is over or one succeeded
 * @param retries failures in a row that make it unhealthy
 */
public record Healthcheck(
        List<String> test,
        Duration interval,
        Duration timeout,
        Duration startPeriod,
        Duration startInterval,
        int retries) {
    /** Nothing said: the image's own health check, if it has one. */
    public static final Healthcheck INHERITED =
            new Healthcheck(List.of(), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);
    /** No health check, even if the image has one. */
    public static final Healthcheck NONE =
            new Healthcheck(List.of("NONE"), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, 0);

    private static final Duration SHORTEST = Duration.ofMillis(1);

    public Healthcheck {
        test = List.copyOf(test);
        List.of(interval, timeout, startPeriod, startInterval).forEach(Healthcheck::time);
        if (retries < 0) {
            throw new Malformed("a number of retries is not negative", "Write for example 3.");
        }
    }

    /** The same. @throws Malformed when engines would refuse it as too short */
    public static Duration time(Duration length) {
        if (!length.isZero() && length.compareTo(SHORTEST) < 0) {
            throw new Malformed("a health check's times are 1ms or more", "Write for example '5s'.");
        }
        return length;
    }

    /** This check with the image's words where it says nothing. */
    public Healthcheck over(Healthcheck image) {
        return test.equals(NONE.test)
                ? NONE
                : new Healthcheck(
                        test.isEmpty() ? image.test : test,
                        interval.isZero() ? image.interval : interval,
                        timeout.isZero() ? image.timeout : timeout,
                        startPeriod.isZero() ? image.startPeriod : startPeriod,
                        startInterval.isZero() ? image.startInterval : startInterval,
                        retries == 0 ? image.retries : retries);
    }
}
