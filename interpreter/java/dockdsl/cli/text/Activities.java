package dockdsl.cli.text;

import dockdsl.run.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all hosts are doing right now, one line for each that does something. Not safe for many threads. */
public final class Activities {
    private static final int MOST_LINES = 20;

    private final Map<String, Activity> hosts = new LinkedHashMap<>();

    /** @param now in nanoseconds of any clock */
    public void hear(Event event, long now) {
        hosts.computeIfAbsent(event.host(), host -> new Activity()).hear(event, now);
    }

    /** At most so many characters wide, and about twenty lines. */
    public List<Line> lines(long now, int width) {
        int names = hosts.keySet().stream().mapToInt(Columns::of).max().orElse(0);
        List<Line> lines = new ArrayList<>();
        int busy = 0;
        for (var host : hosts.entrySet()) {
            if (host.getValue().isBusy() && ++busy <= MOST_LINES) {
                lines.add(line(Cut.padded(host.getKey(), names) + "  ", host.getValue(), now, width));
            }
        }
        if (busy > MOST_LINES) {
            lines.add(Line.of(Tone.QUIET, "and " + (busy - MOST_LINES) + " more hosts"));
        }
        return lines;
    }

    private static Line line(String name, Activity activity, long now, int width) {
        String time = activity.time(now);
        int room = Math.max(10, width - 1 - Columns.of(name) - time.length());
        return Line.of(Tone.STRONG, name).and(Tone.QUIET, activity.what(room) + time);
    }
}
