package dockdsl.cli.adhoc;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.cli.text.Visible;
import java.util.List;

/** What some hosts said otherwise than the others, as a unified diff. */
final class OutputDifference {
    private static final int LINES_AROUND = 3;

    private OutputDifference() {}

    static List<Line> between(Alike most, Alike other) {
        return UnifiedDiffUtils.generateUnifiedDiff(
                        most.names(),
                        other.names() + (other.exitCode() == most.exitCode() ? "" : " exited with " + other.exitCode()),
                        most.lines(),
                        DiffUtils.diff(most.lines(), other.lines()),
                        LINES_AROUND)
                .stream()
                .map(line -> Line.of(tone(line), Visible.withoutColours(line)))
                .toList();
    }

    private static Tone tone(String line) {
        if (line.startsWith("+++") || line.startsWith("---")) {
            return Tone.STRONG;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> Tone.GOOD;
            case '-' -> Tone.BAD;
            case '@' -> Tone.QUIET;
            default -> Tone.PLAIN;
        };
    }
}
