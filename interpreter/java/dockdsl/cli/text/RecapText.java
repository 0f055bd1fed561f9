package dockdsl.cli.text;

import dockdsl.run.Recap;
import java.util.ArrayList;
import java.util.List;

/** One line per host, in the shape of Ansible's recap. */
public final class RecapText {
    private static final int COUNT = 4;

    private RecapText() {}

    public static List<Line> of(Recap recap) {
        int width = 0;
        for (String host : recap.hosts().keySet()) {
            width = Math.max(width, Columns.of(host));
        }
        List<Line> lines = new ArrayList<>();
        for (var host : recap.hosts().entrySet()) {
            lines.add(line(Cut.padded(host.getKey(), width), host.getValue()));
        }
        return lines;
    }

    private static Line line(String host, Recap.Outcome outcome) {
        return Line.of(toneOf(outcome), host)
                .and(" : ")
                .and(counted("ok", outcome.ok(), Tone.GOOD))
                .and(counted("changed", outcome.changed(), Tone.CHANGE))
                .and(counted("unreachable", outcome.unreachable() ? 1 : 0, Tone.BAD))
                .and(counted("failed", outcome.failed(), Tone.BAD))
                .and(outcome.skipped() == 0 ? Tone.PLAIN : Tone.QUIET, "skipped=" + outcome.skipped())
                .and(whereAny("rescued", outcome.rescued()))
                .and(whereAny("ignored", outcome.ignored()));
    }

    private static Line whereAny(String what, int count) {
        return count == 0 ? Line.of("") : Line.of("    ").and(Tone.CHANGE, what + "=" + count);
    }

    private static Line counted(String what, int count, Tone tone) {
        String padded = Cut.padded(String.valueOf(count), COUNT);
        return Line.of(count == 0 ? Tone.PLAIN : tone, what + "=" + padded).and(" ");
    }

    private static Tone toneOf(Recap.Outcome outcome) {
        if (outcome.unreachable() || outcome.failed() > 0) {
            return Tone.BAD;
        }
        return outcome.changed() > 0 ? Tone.CHANGE : Tone.GOOD;
    }
}
