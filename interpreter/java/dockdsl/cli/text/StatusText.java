package dockdsl.cli.text;

import dockdsl.value.PublishedPort;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What runs where, as a table. */
public final class StatusText {
    private StatusText() {}

    /**
     * @param width of the terminal
     * @param detailed whether it is also told what engines do not take
     */
    public static List<Line> of(List<StatusRow> rows, Instant now, int width, boolean detailed) {
        if (rows.isEmpty()) {
            return List.of(Line.of("No containers."));
        }
        Table table = new Table("HOST", "CONTAINER", "IMAGE", "DIGEST", "STATE", "HEALTH", "SINCE", "AS DECLARED");
        for (StatusRow row : rows) {
            table.add(
                    new Span(Tone.STRONG, row.host()),
                    new Span(Tone.PLAIN, row.name()),
                    new Span(Tone.PLAIN, row.image()),
                    new Span(Tone.QUIET, version(row)),
                    new Span(stateTone(row.state()), row.state()),
                    new Span(healthTone(row.health()), row.health()),
                    new Span(
                            Tone.PLAIN,
                            row.since().map(since -> ago(since, now)).orElse("")),
                    asDeclared(row));
        }
        List<Line> lines = new ArrayList<>(table.lines(width));
        lines.add(Line.EMPTY);
        rows.forEach(row -> addNotes(row, detailed, lines));
        lines.add(summary(rows));
        return lines;
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
        return row.digest().isEmpty() ? row.imageId() : Digests.shortened(row.digest());
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
        return drifted == 0
                ? Line.of(Tone.GOOD, all + ", as declared.")
                : Line.of(Tone.CHANGE, all + ", " + drifted + " not as declared.");
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
