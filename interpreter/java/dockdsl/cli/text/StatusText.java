package dockdsl.cli.text;

import dockdsl.observed.Sample;
import dockdsl.value.PublishedPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What runs where, as a table. */
public final class StatusText {
    /** Where there is little room, the reason goes short before the names, and the digest goes first of all. */
    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.cut("HOST", 14, 7).keeping(Table.Side.HOST),
            Table.Column.cut("CONTAINER", 16, 9),
            Table.Column.cut("IMAGE", 20, 12).keeping(Table.Side.IMAGE).spareAtLast(3),
            Table.Column.whole("DIGEST").spare(2),
            Table.Column.whole("STATE"),
            Table.Column.whole("HEALTH"),
            Table.Column.whole("SINCE").spare(1),
            Table.Column.whole("CPU").spareAtLast(1),
            Table.Column.whole("MEMORY").spareAtLast(2),
            Table.Column.cut("AS DECLARED", 24, 20));

    private StatusText() {}

    /**
     * @param width of the terminal
     * @param detailed whether it is also told what engines do not take
     */
    public static List<Line> of(Status status, Instant now, int width, boolean detailed) {
        List<StatusRow> rows = status.rows();
        List<Line> lines = new ArrayList<>(HostsText.of(status.hosts(), width));
        if (rows.isEmpty()) {
            lines.add(Line.of("No containers."));
            return lines;
        }
        Table table = table(status, now, false);
        if (table.width() > width) {
            table = table(status, now, true);
        }
        lines.addAll(table.lines(width));
        lines.add(Line.EMPTY);
        rows.forEach(row -> addNotes(row, detailed, lines));
        lines.add(summary(rows));
        return lines;
    }

    /** @param together whether a container that runs has its health for a state, which takes less room */
    private static Table table(Status status, Instant now, boolean together) {
        Table table = new Table(COLUMNS);
        for (StatusRow row : status.rows()) {
            table.add(
                    new Span(Tone.STRONG, row.host()),
                    new Span(Tone.PLAIN, row.name()),
                    new Span(Tone.PLAIN, row.image()),
                    new Span(Tone.QUIET, version(row)),
                    together && tellsHealth(row) ? health(row) : new Span(stateTone(row.state()), row.state()),
                    together && tellsHealth(row) ? new Span(Tone.PLAIN, "") : health(row),
                    new Span(
                            Tone.PLAIN,
                            row.since().map(since -> ago(since, now)).orElse("")),
                    new Span(Tone.PLAIN, status.usage(row).map(StatusText::cpu).orElse("")),
                    new Span(
                            Tone.PLAIN,
                            status.usage(row).map(StatusText::memory).orElse("")),
                    asDeclared(row));
        }
        return table;
    }

    private static boolean tellsHealth(StatusRow row) {
        return row.state().equals("running") && !row.health().isEmpty();
    }

    private static Span health(StatusRow row) {
        return new Span(healthTone(row.health()), row.health());
    }

    private static String cpu(Sample.Usage usage) {
        return String.format(Locale.ROOT, usage.cpuPercent() < 10 ? "%.1f %%" : "%.0f %%", usage.cpuPercent());
    }

    private static String memory(Sample.Usage usage) {
        return Bytes.told(usage.memoryBytes());
    }

    private static void addNotes(StatusRow row, boolean detailed, List<Line> lines) {
        for (PublishedPort port : row.picked()) {
            lines.add(note(row, "port " + port.port() + " is at port " + port.hostPort() + " of the host"));
        }
        if (detailed) {
            row.unkept().forEach(unkept -> lines.add(note(row, UnkeptText.brief(unkept))));
        }
    }

    private static Line note(StatusRow row, String what) {
        return Line.of(Tone.STRONG, row.name()).and(" on " + row.host() + ": " + what);
    }

    /** As its registry knows it; an image that no registry knows has an Id only. */
    private static String version(StatusRow row) {
        return row.digest().isEmpty()
                ? row.imageId()
                : Digests.shortened(row.digest()).replace("sha256:", "");
    }

    private static Span asDeclared(StatusRow row) {
        if (!row.isAsDeclared()) {
            return new Span(Tone.CHANGE, "no: " + row.drift());
        }
        return row.elsewhere().isEmpty()
                ? new Span(Tone.GOOD, "yes")
                : new Span(Tone.CHANGE, "yes, but " + Digests.shortened(row.elsewhere()));
    }

    private static Line summary(List<StatusRow> rows) {
        long drifted = rows.stream().filter(row -> !row.isAsDeclared()).count();
        long hosts = rows.stream().map(StatusRow::host).distinct().count();
        String all = Counted.of(rows.size(), "container") + " on " + Counted.of((int) hosts, "host");
        Line summary = drifted == 0
                ? Line.of(Tone.GOOD, all + ", as declared.")
                : Line.of(Tone.CHANGE, all + ", " + drifted + " not as declared.");
        return summary.hanging(4);
    }

    private static Tone stateTone(String state) {
        return state.equals("running") ? Tone.GOOD : Tone.BAD;
    }

    private static Tone healthTone(String health) {
        return switch (health) {
            case "healthy" -> Tone.GOOD;
            case "unhealthy" -> Tone.BAD;
            default -> Tone.CHANGE;
        };
    }

    /** In one unit: {@code 40 s}, {@code 5 min}, {@code 3 h}, {@code 12 d}. */
    private static String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        if (past.toMinutes() < 1) {
            return Math.max(0, past.toSeconds()) + " s";
        }
        if (past.toHours() < 1) {
            return past.toMinutes() + " min";
        }
        return past.toDays() < 2 ? past.toHours() + " h" : past.toDays() + " d";
    }
}
