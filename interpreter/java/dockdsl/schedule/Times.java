package dockdsl.schedule;

import dockdsl.problem.UsageMistake;
import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** When something happens again and again. */
public sealed interface Times permits CronTimes, Times.Interval {
    /** So long after the last time; only systemd knows it. */
    record Interval(Duration time) implements Times {
        @Override
        public Optional<ZonedDateTime> next(ZonedDateTime after) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "every " + Durations.show(time);
        }
    }

    List<Long> MINUTES = List.of(1L, 2L, 3L, 4L, 5L, 6L, 10L, 12L, 15L, 20L, 30L);
    List<Long> HOURS = List.of(1L, 2L, 3L, 4L, 6L, 8L, 12L);

    /** The first time after this one; empty when it depends on the last run. */
    Optional<ZonedDateTime> next(ZonedDateTime after);

    /** As {@link #toString} spells it. @throws UsageMistake when it is nothing of this kind */
    static Times parse(String text) {
        return text.startsWith("every ") ? new Interval(duration(text.substring(6))) : CronTimes.parse(text);
    }

    /**
     * @param text such as {@code 15m}, {@code 2h} or {@code 1d}
     * @throws UsageMistake when it is no length of time, or one that cron can't keep
     */
    static Times every(String text, boolean systemd) {
        Duration time = duration(text);
        long minutes = time.toMinutes();
        boolean whole = time.equals(Duration.ofMinutes(minutes)) && minutes > 0;
        if (whole && MINUTES.contains(minutes)) {
            return CronTimes.parse(minutes == 1 ? "* * * * *" : "*/" + minutes + " * * * *");
        }
        if (whole && minutes % 60 == 0 && HOURS.contains(minutes / 60)) {
            return CronTimes.parse(minutes == 60 ? "0 * * * *" : "0 */" + minutes / 60 + " * * *");
        }
        if (time.equals(Duration.ofDays(1))) {
            return CronTimes.parse("0 0 * * *");
        }
        if (time.equals(Duration.ofDays(7))) {
            return CronTimes.parse("0 0 * * 0");
        }
        if (systemd && time.compareTo(Duration.ofMinutes(1)) >= 0) {
            return new Interval(time);
        }
        throw inexpressible(text, systemd);
    }

    /** @throws UsageMistake when it is none */
    static Duration duration(String text) {
        try {
            return text.matches("\\d{1,3}d")
                    ? Duration.ofDays(Long.parseLong(text.replace("d", "")))
                    : Durations.parse(text);
        } catch (Malformed e) {
            throw new UsageMistake(
                    "`--every " + text + "` is not a length of time.",
                    "Write for example `--every 15m`, `2h` or `1d`.",
                    e);
        }
    }

    private static UsageMistake inexpressible(String text, boolean systemd) {
        return systemd
                ? new UsageMistake("`--every " + text + "` is too often.", "The shortest time is a minute.")
                : new UsageMistake(
                        "cron can't run something every " + text + ".",
                        "It can every 1, 2, 3, 4, 5, 6, 10, 12, 15, 20 or 30 minutes, every 1, 2, 3, 4, 6, 8 or 12 hours, every 1d or 7d.\n"
                                + "Other times: `--cron '...'`, or `--systemd`, which can keep any from a minute on.");
    }
}
