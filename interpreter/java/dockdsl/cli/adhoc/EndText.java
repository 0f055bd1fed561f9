package dockdsl.cli.adhoc;

import dockdsl.adhoc.Heard;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Words;
import dockdsl.value.Durations;
import java.util.ArrayList;
import java.util.List;

/** How it ended in a place, when there is something to say about it. */
final class EndText {
    private EndText() {}

    static List<Line> of(Heard.End end) {
        return switch (end) {
            case Heard.Ended ended ->
                ended.exitCode() == 0 ? List.of() : line(ended.place().toString(), "exited with " + ended.exitCode());
            case Heard.TimedOut late ->
                line(late.place().toString(), "was still running after " + Durations.show(late.after()));
            case Heard.Lost lost -> {
                List<Line> lines = new ArrayList<>(
                        line(lost.place() + Words.place(lost.why()), lost.why().getMessage()));
                lost.why().remedy().lines().forEach(remedy -> lines.add(Line.of("    " + remedy)));
                yield lines;
            }
        };
    }

    private static List<Line> line(String who, String what) {
        return List.of(Line.of(Tone.BAD, who + ": " + what));
    }
}
