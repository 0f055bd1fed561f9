package dockdsl.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.problem.UsageMistake;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    /** A Saturday. */
    private static final String NOW = "2026-11-21T19:25:30";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/15 * * * *    | 2026-11-21T19:30",
                "* * * * *       | 2026-11-21T19:26",
                "25 19 * * *     | 2026-11-22T19:25",
                "0 3 * * 1-5     | 2026-11-23T03:00",
                "0 3 * * mon,Wed | 2026-11-23T03:00",
                "0 3 * * 7       | 2026-11-22T03:00",
                "0 0 1 * *       | 2026-12-01T00:00",
                "30 2 29 feb *   | 2028-02-29T02:30",
                "0 0 13 * fri    | 2026-11-27T00:00",
                "10-50/20 5 * * * | 2026-11-22T05:10",
                "0 12 */10 1 *   | 2027-01-01T12:00",
                "@hourly         | 2026-11-21T20:00",
                "@weekly         | 2026-11-22T00:00",
            })
    void comesNext(String times, String next) {
        assertThat(CronTimes.parse(times).next(ZonedDateTime.parse(NOW + "Z")))
                .contains(ZonedDateTime.parse(next + ":00Z"));
    }

    @Test
    void anHourThatSummerTimeLeavesOutIsNoReasonToStop() {
        ZonedDateTime before = ZonedDateTime.parse("2027-03-28T00:00:00+01:00[Europe/Berlin]");

        assertThat(CronTimes.parse("30 2 * * *").next(before))
                .contains(ZonedDateTime.parse("2027-03-28T03:30:00+02:00[Europe/Berlin]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* * * *      | five fields",
                "61 * * * *   | from 0 to 59",
                "* * * * 8    | from 0 to 7",
                "*/0 * * * *  | from 0 to 59",
                "5/2 * * * *  | steps as */2",
                "5-1 * * * *  | ranges as 1-5",
                "a * * * *    | Write numbers",
                "@reboot      | five fields",
                "0 0 30 2 *   | no such day",
            })
    void whatCronWouldNotUnderstandIsRefused(String times, String remedy) {
        assertThatThrownBy(() -> CronTimes.parse(times))
                .isInstanceOfSatisfying(
                        UsageMistake.class,
                        mistake -> assertThat(mistake.remedy()).contains(remedy));
    }

    @ParameterizedTest
    @CsvSource({
        "15m, */15 * * * *",
        "1m, * * * * *",
        "60s, * * * * *",
        "1h, 0 * * * *",
        "60m, 0 * * * *",
        "2h, 0 */2 * * *",
        "1d, 0 0 * * *",
        "24h, 0 0 * * *",
        "7d, 0 0 * * 0"
    })
    void everyIsSpelledAsCronDoes(String every, String times) {
        assertThat(Times.every(every, false)).hasToString(times);
    }

    @Test
    void whatCronCannotKeepIsRefusedWithWhatItCan() {
        for (String every : new String[] {"25m", "90m", "5h", "30s", "2d", "0s"}) {
            assertThatThrownBy(() -> Times.every(every, false))
                    .as(every)
                    .isInstanceOf(UsageMistake.class)
                    .hasMessage("cron can't run something every " + every + ".");
        }
        assertThatThrownBy(() -> Times.every("soon", false)).hasMessageContaining("not a length of time");
    }

    @Test
    void systemdKeepsAnyTimeFromAMinuteOn() {
        assertThat(Times.every("25m", true)).isEqualTo(new Times.Interval(Duration.ofMinutes(25)));
        assertThat(Times.every("15m", true)).isEqualTo(CronTimes.parse("*/15 * * * *"));
        assertThat(Times.parse("every 25m")).isEqualTo(new Times.Interval(Duration.ofMinutes(25)));
        assertThatThrownBy(() -> Times.every("30s", true)).isInstanceOf(UsageMistake.class);
    }

    @Test
    void forSystemdBothDaysAreTwoCalendars() {
        assertThat(CronTimes.parse("0 3 * * 1-5").calendars()).containsExactly("Mon,Tue,Wed,Thu,Fri *-*-* 03:00:00");
        assertThat(CronTimes.parse("0 0 13 1 fri").calendars())
                .containsExactly("*-01-13 00:00:00", "Fri *-01-* 00:00:00");
    }
}
