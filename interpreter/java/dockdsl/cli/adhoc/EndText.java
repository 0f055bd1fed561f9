package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.value.Durations;
import java.util.ArrayList;
import java.util.List;

/** How it ended in a place, when there is something to say about it. */
final class EndText {
    private EndText() {}

    static List<Line> of(Heard.End end) {
        return switch (end) {
            case Heard.Ended ended ->
                ended.exitCode() == 0 ? List.of() : line(ended, "exited with " + ended.exitCode());
            case Heard.TimedOut late -> line(late, "was still running after " + Durations.show(late.after()));
            case Heard.Lost lost -> {
                List<Line> lines = new ArrayList<>(line(lost, lost.why().getMessage()));
                lost.why().remedy().lines().forEach(remedy -> lines.add(Line.of("    " + remedy)));
                yield lines;
            }
        };
    }

    private static List<Line> line(Heard.End end, String what) {
        return List.of(Line.of(Tone.BAD, end.place() + ": " + what));
    }
}
