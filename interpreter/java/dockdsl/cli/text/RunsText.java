package dockdsl.cli.text;

import dockdsl.diary.RunEntry;
import dockdsl.diary.RunResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The runs of this machine as a table, the newest first; those that came by themselves and changed nothing are told together. */
public final class RunsText {
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int MOST_CHANGES = 3;

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
        Table table = new Table("WHEN", "COMMAND", "SITE", "RESULT", "CHANGES", "TOOK", "UNREACHABLE", "WHY");
        rows(runs).stream().limit(most).forEach(row -> add(row, table));
        List<Line> lines = new ArrayList<>(table.lines(width));
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

    private static void add(Row row, Table table) {
        RunEntry run = row.newest();
        table.add(
                new Span(Tone.STRONG, local(run.when())),
                new Span(Tone.PLAIN, run.command() + (run.unattended() ? " (unattended)" : "")),
                new Span(Tone.PLAIN, run.site().isEmpty() ? run.file() : run.site()),
                new Span(tone(run.result()), run.result() + (row.times() > 1 ? " (" + row.times() + " times)" : "")),
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
