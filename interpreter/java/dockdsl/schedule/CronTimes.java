package dockdsl.schedule;

import dockdsl.problem.UsageMistake;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Times as cron spells them. */
public final class CronTimes implements Times {
    private static final int MOST_DAYS = 366 * 9;
    private static final List<String> WEEKDAYS = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat");
    private static final Map<String, String> NICKNAMES = Map.of(
            "@hourly", "0 * * * *",
            "@daily", "0 0 * * *",
            "@midnight", "0 0 * * *",
            "@weekly", "0 0 * * 0",
            "@monthly", "0 0 1 * *",
            "@yearly", "0 0 1 1 *",
            "@annually", "0 0 1 1 *");

    private final String text;
    private final List<BitSet> fields;
    private final boolean anyDay;
    private final boolean anyWeekday;

    private CronTimes(String text, List<String> words) {
        this.text = text;
        this.fields = new ArrayList<>();
        for (CronField field : CronField.values()) {
            fields.add(field.values(words.get(field.ordinal())));
        }
        this.anyDay = words.get(CronField.DAY.ordinal()).startsWith("*");
        this.anyWeekday = words.get(CronField.WEEKDAY.ordinal()).startsWith("*");
    }

    /**
     * @param text five fields, or a nickname such as {@code @hourly}
     * @throws UsageMistake when cron would not understand it, or it never comes
     */
    public static CronTimes parse(String text) {
        String spelled = text.strip().replaceAll("\\s+", " ");
        List<String> words = List.of(NICKNAMES.getOrDefault(spelled, spelled).split(" "));
        if (words.size() != CronField.values().length) {
            throw new UsageMistake(
                    "`" + text + "` is no time that cron understands.",
                    "Write five fields, minute, hour, day, month and day of the week, such as '0 3 * * 1-5', or one of "
                            + NICKNAMES.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        CronTimes times = new CronTimes(spelled, words);
        if (times.next(ZonedDateTime.parse("2026-01-01T00:00:00Z")).isEmpty()) {
            throw new UsageMistake("`" + text + "` never comes.", "There is no such day in that month.");
        }
        return times;
    }

    @Override
    public Optional<ZonedDateTime> next(ZonedDateTime after) {
        LocalDate day = after.toLocalDate();
        for (int days = 0; days < MOST_DAYS; days++, day = day.plusDays(1)) {
            Optional<ZonedDateTime> next = isDay(day) ? next(day, after) : Optional.empty();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    private Optional<ZonedDateTime> next(LocalDate day, ZonedDateTime after) {
        for (int hour = first(CronField.HOUR, 0); hour >= 0; hour = first(CronField.HOUR, hour + 1)) {
            for (int minute = first(CronField.MINUTE, 0); minute >= 0; minute = first(CronField.MINUTE, minute + 1)) {
                ZonedDateTime time = ZonedDateTime.of(day, LocalTime.of(hour, minute), after.getZone());
                if (time.isAfter(after)) {
                    return Optional.of(time);
                }
            }
        }
        return Optional.empty();
    }

    private int first(CronField field, int from) {
        return values(field).nextSetBit(from);
    }

    /** Where both days are said, one of them is enough. */
    private boolean isDay(LocalDate day) {
        boolean ofMonth = values(CronField.DAY).get(day.getDayOfMonth());
        boolean ofWeek = values(CronField.WEEKDAY).get(day.getDayOfWeek().getValue() % 7);
        return values(CronField.MONTH).get(day.getMonthValue())
                && (anyDay || anyWeekday ? ofMonth && ofWeek : ofMonth || ofWeek);
    }

    private BitSet values(CronField field) {
        return fields.get(field.ordinal());
    }

    /** The same as systemd's {@code OnCalendar=}, any of which is enough. */
    List<String> calendars() {
        String time = list(CronField.HOUR) + ":" + list(CronField.MINUTE) + ":00";
        String month = list(CronField.MONTH);
        String ofMonth = "*-" + month + "-" + list(CronField.DAY) + " " + time;
        String weekdays =
                values(CronField.WEEKDAY).stream().mapToObj(WEEKDAYS::get).collect(Collectors.joining(","));
        if (anyDay || anyWeekday) {
            boolean every = values(CronField.WEEKDAY).cardinality() == WEEKDAYS.size();
            return List.of(every ? ofMonth : weekdays + " " + ofMonth);
        }
        return List.of(ofMonth, weekdays + " *-" + month + "-* " + time);
    }

    private String list(CronField field) {
        if (values(field).cardinality() == field.size()) {
            return "*";
        }
        return values(field).stream().mapToObj("%02d"::formatted).collect(Collectors.joining(","));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronTimes times && times.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it was spelled, with one blank between fields. */
    @Override
    public String toString() {
        return text;
    }
}
