package dockdsl.cli.text;

import dockdsl.plan.Difference;
import java.util.ArrayList;
import java.util.List;

/** What became of a lock file. */
public final class LockText {
    private LockText() {}

    /**
     * @param file its name
     * @param tags how many it has now
     * @param changes of tags, each with its digest before and after
     */
    public static List<Line> of(String file, int tags, List<Difference> changes) {
        List<Line> lines = new ArrayList<>(new DifferenceText(false).of(changes));
        String all = ": " + Counted.of(tags, "tag") + ", ";
        lines.add(Line.of(Tone.STRONG, file)
                .and(
                        changes.isEmpty()
                                ? Line.of(all).and(Tone.GOOD, "nothing changed.")
                                : Line.of(all).and(Tone.CHANGE, changes.size() + " changed.")));
        return lines;
    }
}
