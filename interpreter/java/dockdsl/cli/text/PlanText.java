package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** A plan as people read it: host by host, each change with its reason and its settings before and after. */
public final class PlanText {
    private final Plan plan;
    private final Detail detail;

    public PlanText(Plan plan, Detail detail) {
        this.plan = plan;
        this.detail = detail;
    }

    /**
     * How much is told.
     *
     * @param longValues whether long values are shown in full
     * @param unchanged whether what is as declared is listed too
     */
    public record Detail(boolean longValues, boolean unchanged) {
        public static final Detail USUAL = new Detail(false, false);
    }

    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String host : hosts()) {
            lines.add(Line.of(Tone.STRONG, host));
            changes(host, lines);
            refusals(host, lines);
            orphans(host, lines);
            unchanged(host, lines);
            lines.add(Line.EMPTY);
        }
        lines.add(new Tally(plan).line());
        return lines;
    }

    private SequencedSet<String> hosts() {
        SequencedSet<String> hosts = new LinkedHashSet<>();
        plan.changes().forEach(change -> hosts.add(change.host()));
        plan.refusals().forEach(refusal -> hosts.add(refusal.host()));
        plan.orphans().forEach(orphan -> hosts.add(orphan.host()));
        if (detail.unchanged()) {
            plan.unchanged().forEach(resource -> hosts.add(resource.host()));
        }
        return hosts;
    }

    private void changes(String host, List<Line> lines) {
        for (Change change : plan.changes()) {
            if (change.host().equals(host)) {
                lines.add(headOf(change));
                lines.addAll(new DifferenceText(detail.longValues()).of(change.differences()));
            }
        }
    }

    private static Line headOf(Change change) {
        Mark mark = Mark.of(change.verb());
        Line line = marked(mark.symbol(), mark.tone())
                .and(mark.word() + " ")
                .and(Tone.STRONG, change.resource().toString())
                .and(": " + change.reason());
        return change.where()
                .map(where -> line.and(Tone.QUIET, " (" + where.fileAndLine() + ")"))
                .orElse(line);
    }

    private void refusals(String host, List<Line> lines) {
        for (Plan.Refusal refusal : plan.refusals()) {
            if (refusal.host().equals(host)) {
                lines.add(marked("!", Tone.BAD)
                        .and(Tone.STRONG, refusal.resource().toString())
                        .and(": ")
                        .and(Tone.BAD, refusal.what()));
                refusal.remedy().lines().forEach(remedy -> lines.add(Line.of("       " + remedy)));
            }
        }
    }

    private void orphans(String host, List<Line> lines) {
        for (Plan.Orphan orphan : plan.orphans()) {
            if (orphan.host().equals(host)) {
                lines.add(marked("?", Tone.QUIET)
                        .and(Tone.STRONG, orphan.resource().toString())
                        .and(": no longer declared; left alone, `--prune` removes it"));
            }
        }
    }

    private void unchanged(String host, List<Line> lines) {
        if (!detail.unchanged()) {
            return;
        }
        for (Plan.Unchanged unchanged : plan.unchanged()) {
            if (unchanged.host().equals(host)) {
                lines.add(marked("=", Tone.QUIET).and(Tone.QUIET, unchanged.resource() + ": " + unchanged.why()));
            }
        }
    }

    private static Line marked(String symbol, Tone tone) {
        return Line.of(" ".repeat(5 - symbol.length())).and(tone, symbol).and("  ");
    }
}
