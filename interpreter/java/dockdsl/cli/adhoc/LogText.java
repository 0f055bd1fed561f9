package dockdsl.cli.adhoc;

import dockdsl.adhoc.LogMerge;
import dockdsl.adhoc.Place;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lines of logs, each behind the name of its container in a colour of its own; what came on standard error goes there. */
public final class LogText {
    private static final List<Tone> COLOURS =
            List.of(Tone.FIRST, Tone.SECOND, Tone.THIRD, Tone.FOURTH, Tone.FIFTH, Tone.SIXTH);

    private final Screen screen;
    private final Optional<Pattern> grep;
    private final boolean stamps;
    private final Map<Place, Tone> tones = new HashMap<>();
    private int width;
    private boolean shown;

    /**
     * @param grep what a line must have somewhere
     * @param stamps whether to show when a line was written
     */
    public LogText(Screen screen, Optional<Pattern> grep, boolean stamps) {
        this.screen = screen;
        this.grep = grep;
        this.stamps = stamps;
    }

    /** For one thread at a time. */
    public void show(List<LogMerge.Entry> entries) {
        List<Line> lines = new ArrayList<>(entries.size());
        boolean errors = false;
        for (LogMerge.Entry entry : entries) {
            if (isWanted(entry)) {
                if (entry.line().error() != errors) {
                    print(lines, errors);
                    lines.clear();
                    errors = entry.line().error();
                }
                lines.add(line(entry));
            }
        }
        print(lines, errors);
    }

    /** Whether there was anything to show. */
    public boolean hasShown() {
        return shown;
    }

    private boolean isWanted(LogMerge.Entry entry) {
        return grep.isEmpty() || grep.get().matcher(entry.line().text()).find();
    }

    private void print(List<Line> lines, boolean errors) {
        if (!lines.isEmpty() && errors) {
            screen.complain(lines);
        } else if (!lines.isEmpty()) {
            screen.say(lines);
        }
    }

    private Line line(LogMerge.Entry entry) {
        shown = true;
        String name = entry.place().toString();
        width = Math.max(width, name.length());
        Tone tone = tones.computeIfAbsent(entry.place(), place -> COLOURS.get(tones.size() % COLOURS.size()));
        String text = Visible.withoutColours(entry.line().text());
        Line line = Line.of(tone, name + " ".repeat(width - name.length()) + " |");
        return stamps ? line.and(Tone.QUIET, " " + stamp(entry.line().nanos())).and(" " + text) : line.and(" " + text);
    }

    private static Instant stamp(long nanos) {
        return Instant.ofEpochSecond(nanos / 1_000_000_000, nanos % 1_000_000_000);
    }
}
