package dockdsl.vocabulary;

import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The kinds of values of {@link CpuTimeWords}. */
final class CpuTimeKinds {
    private static final String EXPECTS = "a length of time such as '50ms', or microseconds such as 50000";
    private static final Duration LEAST = Duration.ofMillis(1);
    private static final Duration LONGEST_PERIOD = Duration.ofSeconds(1);

    static final Kind<Duration> QUOTA =
            Kind.plain(EXPECTS, CpuTimeKinds::atLeast, quota -> quota.isZero() ? "unlimited" : Durations.show(quota));

    /** Nothing is shown of the kernel's own. */
    static final Kind<Duration> PERIOD =
            Kind.plain(EXPECTS, CpuTimeKinds::period, period -> period.isZero() ? "" : Durations.show(period));

    /** The kernel decides how short is too short. */
    static final Kind<Duration> REALTIME =
            Kind.plain(EXPECTS, CpuTimeKinds::positive, time -> time.isZero() ? "" : Durations.show(time));

    private CpuTimeKinds() {}

    private static Duration positive(Arguments arguments) {
        Duration time = time(Arguments.text(arguments.allowing().only(EXPECTS)));
        if (time.isZero()) {
            throw new Malformed("0 is no length of time here", "Write for example '95ms', or nothing for none.");
        }
        return time;
    }

    private static Duration atLeast(Arguments arguments) {
        String text = Arguments.text(arguments.allowing().only(EXPECTS));
        Duration time = time(text);
        if (time.compareTo(LEAST) < 0) {
            throw new Malformed(
                    "'" + text + "' is too short a time", "It is 1ms at least; a bare number is microseconds.");
        }
        return time;
    }

    private static Duration period(Arguments arguments) {
        Duration time = atLeast(arguments);
        if (time.compareTo(LONGEST_PERIOD) > 0) {
            throw new Malformed(
                    "'" + Arguments.text(arguments.only(EXPECTS)) + "' is too long a period",
                    "It is 1s at most; a bare number is microseconds.");
        }
        return time;
    }

    /** A bare number is microseconds, as everywhere where these are said. */
    private static Duration time(String text) {
        return text.strip().matches("\\d{1,18}")
                ? Duration.of(Long.parseLong(text.strip()), ChronoUnit.MICROS)
                : wholeMicros(Durations.parse(text));
    }

    private static Duration wholeMicros(Duration time) {
        if (!time.equals(time.truncatedTo(ChronoUnit.MICROS))) {
            throw new Malformed(Durations.show(time) + " is not in whole microseconds", "Write for example '50ms'.");
        }
        return time;
    }
}
