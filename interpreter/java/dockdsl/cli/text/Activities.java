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
        int names = hosts.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<Line> lines = new ArrayList<>();
        int busy = 0;
        for (var host : hosts.entrySet()) {
            String text = host.getValue().text(now).orElse("");
            if (!text.isEmpty() && ++busy <= MOST_LINES) {
                String name = Cut.padded(host.getKey(), names) + "  ";
                String shown = Cut.end(Visible.of(text), Math.max(10, width - 1 - name.length()));
                lines.add(Line.of(Tone.STRONG, name).and(Tone.QUIET, shown));
            }
        }
        if (busy > MOST_LINES) {
            lines.add(Line.of(Tone.QUIET, "and " + (busy - MOST_LINES) + " more hosts"));
        }
        return lines;
    }
}
