package dockdsl.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * A status that fits a screen. Where there is too little room, containers that are well are left out.
 *
 * @param pause between two looks
 */
public record WatchText(String site, Duration pause, Instant now) {
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    /** At most so many lines. */
    public List<Line> of(Status status, int columns, int rows) {
        List<Line> whole = lines(status, columns);
        int tooMany = whole.size() - rows;
        if (tooMany <= 0) {
            return whole;
        }
        Status spared = spared(status, tooMany + 1);
        List<Line> lines = lines(spared, columns);
        int hidden = status.rows().size() - spared.rows().size();
        lines.set(lines.size() - 1, whole.getLast().and(Tone.QUIET, " Not shown: " + hidden + " that are well."));
        return lines.size() <= rows ? lines : lines.subList(0, rows);
    }

    private List<Line> lines(Status status, int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Tone.STRONG, site)
                .and(Tone.QUIET, "  " + TO_THE_SECOND.format(now) + ", every " + told(pause) + "; Ctrl-C ends it"));
        lines.add(Line.EMPTY);
        lines.addAll(StatusText.of(status, now, columns, false));
        return lines;
    }

    private static String told(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** Without so many containers that are well, the last ones first. */
    private static Status spared(Status status, int count) {
        List<StatusRow> kept = new ArrayList<>(status.rows());
        int left = count;
        for (int i = kept.size() - 1; i >= 0 && left > 0; i--) {
            if (isWell(kept.get(i))) {
                kept.remove(i);
                left--;
            }
        }
        return new Status(status.hosts(), kept, status.usages());
    }

    private static boolean isWell(StatusRow row) {
        return row.isAsDeclared()
                && row.state().equals("running")
                && !row.health().equals("unhealthy");
    }
}
