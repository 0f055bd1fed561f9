package dockdsl.cli.text;

import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import dockdsl.schedule.Scheduled;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What comes by itself, when, and how it went last. */
public final class ScheduleText {
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.cut("SITE", 20, 8).keeping(Table.Side.END),
            Table.Column.cut("ENVIRONMENT", 11, 8).spareAtLast(2),
            Table.Column.cut("LIMIT", 8, 8).spareAtLast(3),
            Table.Column.cut("TIMES", 16, 8),
            Table.Column.whole("NEXT"),
            Table.Column.whole("LAST").spareAtLast(1),
            Table.Column.cut("RESULT", 16, 8),
            Table.Column.cut("WHERE", 20, 8).spare(1));

    private ScheduleText() {}

    /** @param where the crontab or folder that has it @param last its last run, if there was one */
    public record Row(Scheduled scheduled, String where, Optional<RunEntry> last) {}

    public static List<Line> installed(Scheduled scheduled, String where, ZonedDateTime now) {
        return List.of(Line.of(Tone.GOOD, "Installed")
                .and(" in " + where + ": apply of " + scheduled.file() + ", " + scheduled.times()
                        + scheduled
                                .times()
                                .next(now)
                                .map(next -> ", next at " + TO_THE_MINUTE.format(next))
                                .orElse("")
                        + "."));
    }

    public static List<Line> of(List<Row> rows, ZonedDateTime now, int width) {
        if (rows.isEmpty()) {
            return List.of(
                    Line.of("Nothing is scheduled."),
                    Line.of("    `dockdsl schedule install --every 15m` lets apply come by itself."));
        }
        Table table = new Table(COLUMNS);
        for (Row row : rows) {
            Scheduled scheduled = row.scheduled();
            table.add(
                    new Span(Tone.STRONG, scheduled.file()),
                    new Span(Tone.PLAIN, scheduled.option("--env").orElse("")),
                    new Span(Tone.PLAIN, scheduled.option("--limit").orElse("")),
                    new Span(Tone.PLAIN, scheduled.times().toString()),
                    new Span(
                            Tone.PLAIN,
                            scheduled
                                    .times()
                                    .next(now)
                                    .map(TO_THE_MINUTE::format)
                                    .orElse("")),
                    new Span(Tone.PLAIN, row.last().map(run -> last(run, now)).orElse("never")),
                    new Span(
                            row.last()
                                            .map(RunEntry::result)
                                            .filter(RunResult.OK::equals)
                                            .isPresent()
                                    ? Tone.GOOD
                                    : Tone.BAD,
                            row.last().map(ScheduleText::result).orElse("")),
                    new Span(Tone.QUIET, row.where()));
        }
        return table.lines(width);
    }

    private static String last(RunEntry run, ZonedDateTime now) {
        return TO_THE_MINUTE.format(run.when().atZone(now.getZone()));
    }

    private static String result(RunEntry run) {
        return run.why().isEmpty() ? run.result().toString() : run.result() + ": " + run.why();
    }

    /** For programs. */
    public static List<Map<String, Object>> fields(List<Row> rows, ZonedDateTime now) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("key", row.scheduled().key());
            fields.put("file", row.scheduled().file());
            fields.put("times", row.scheduled().times().toString());
            row.scheduled()
                    .times()
                    .next(now)
                    .ifPresent(next -> fields.put(
                            "next",
                            next.toInstant().truncatedTo(ChronoUnit.SECONDS).toString()));
            fields.put("where", row.where());
            fields.put("command", row.scheduled().command());
            row.last().ifPresent(run -> fields.put("last", run.fields()));
            all.add(fields);
        }
        return all;
    }
}
