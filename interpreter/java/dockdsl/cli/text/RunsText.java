package dockdsl.cli.text;

import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of this machine, the newest first, as a table, or as paragraphs where a terminal has no room for it. Those that came by
 * themselves and changed nothing are told together.
 */
public final class RunsText {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST_CHANGES = 3;
    private static final String INDENT = "    ";

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.whole("WHEN"),
            Table.Column.whole("COMMAND"),
            Table.Column.cut("SITE", 16, 16).keeping(Table.Side.END),
            Table.Column.whole("RESULT"),
            Table.Column.cut("CHANGES", 30, 30),
            Table.Column.whole("TOOK"),
            Table.Column.cut("UNREACHABLE", 16, 16),
            Table.Column.cut("WHY", 30, 30));

    private RunsText() {}

    /** Runs in a row of which the same is to be said. @param newest of them */
    private record Row(RunEntry newest, int times) {
        boolean holds(RunEntry older) {
            return isDull(newest)
                    && isDull(older)
                    && older.key().equals(newest.key())
                    && older.result() == newest.result()
                    && older.why().equals(newest.why());
        }

        private static boolean isDull(RunEntry run) {
            return run.unattended() && run.changes().isEmpty();
        }
    }

    /**
     * @param runs the newest first
     * @param most how many lines
     */
    public static List<Line> of(List<RunEntry> runs, int most, int width) {
        if (runs.isEmpty()) {
            return List.of(Line.of("No run was started on this machine yet."));
        }
        List<Row> rows = rows(runs).stream().limit(most).toList();
        Table table = new Table(COLUMNS);
        rows.forEach(row -> add(row, table));
        List<Line> lines = new ArrayList<>(table.fits(width) ? table.lines(width) : paragraphs(rows));
        runs.stream()
                .map(RunEntry::log)
                .filter(log -> !log.isEmpty())
                .distinct()
                .limit(most)
                .forEach(log -> lines.add(Line.of(Tone.QUIET, "log: " + log)));
        return lines;
    }

    private static List<Row> rows(List<RunEntry> runs) {
        List<Row> rows = new ArrayList<>();
        for (RunEntry run : runs) {
            if (!rows.isEmpty() && rows.getLast().holds(run)) {
                Row row = rows.removeLast();
                rows.add(new Row(row.newest(), row.times() + 1));
            } else {
                rows.add(new Row(run, 1));
            }
        }
        return rows;
    }

    private static List<Line> paragraphs(List<Row> rows) {
        List<Line> lines = new ArrayList<>();
        for (Row row : rows) {
            RunEntry run = row.newest();
            lines.add(Line.of(Tone.STRONG, local(run.when()))
                    .and("  " + command(run) + " of " + site(run) + ": ")
                    .and(tone(run.result()), result(row))
                    .and(
                            Tone.QUIET,
                            ", took " + took(run.took()) + (run.changes().isEmpty() ? ", changed nothing" : ""))
                    .hanging(INDENT.length()));
            remark(Tone.CHANGE, run.changes().isEmpty() ? "" : changes(run.changes()), lines);
            remark(Tone.BAD, unreachable(run).isEmpty() ? "" : "unreachable: " + unreachable(run), lines);
            remark(Tone.PLAIN, run.why(), lines);
        }
        return lines;
    }

    private static void remark(Tone tone, String text, List<Line> lines) {
        if (!text.isEmpty()) {
            lines.add(Line.of(INDENT).and(tone, text).hanging(2 * INDENT.length()));
        }
    }

    private static String command(RunEntry run) {
        return run.command() + (run.unattended() ? " (unattended)" : "");
    }

    private static String site(RunEntry run) {
        return run.site().isEmpty() ? run.file() : run.site();
    }

    private static String result(Row row) {
        return row.newest().result() + (row.times() > 1 ? " (" + row.times() + " times)" : "");
    }

    private static void add(Row row, Table table) {
        RunEntry run = row.newest();
        table.add(
                new Span(Tone.STRONG, local(run.when())),
                new Span(Tone.PLAIN, command(run)),
                new Span(Tone.PLAIN, site(run)),
                new Span(tone(run.result()), result(row)),
                new Span(run.changes().isEmpty() ? Tone.QUIET : Tone.CHANGE, changes(run.changes())),
                new Span(Tone.QUIET, took(run.took())),
                new Span(Tone.BAD, unreachable(run)),
                new Span(Tone.PLAIN, run.why()));
    }

    private static String local(Instant when) {
        return TO_THE_SECOND.format(when.atZone(ZoneId.systemDefault()));
    }

    private static String took(Duration took) {
        long tenths = took.toMillis() / 100;
        return tenths < 600 ? tenths / 10 + "." + tenths % 10 + " s" : tenths / 600 + " min";
    }

    private static String changes(List<String> changes) {
        if (changes.isEmpty()) {
            return "none";
        }
        String first = String.join(", ", changes.subList(0, Math.min(MOST_CHANGES, changes.size())));
        return changes.size() > MOST_CHANGES ? first + " and " + (changes.size() - MOST_CHANGES) + " more" : first;
    }

    private static String unreachable(RunEntry run) {
        List<String> all = new ArrayList<>(run.unreachable());
        run.resting().forEach(host -> all.add(host + " (not tried)"));
        return String.join(", ", all);
    }

    private static Tone tone(RunResult result) {
        return switch (result) {
            case OK -> Tone.GOOD;
            case SKIPPED -> Tone.QUIET;
            case UNREACHABLE, FAILED, OVERTIME, INTERRUPTED, REFUSED -> Tone.BAD;
        };
    }
}
