package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** A plan as people read it: host by host, or for hosts to which the same happens together; each change with its reason and its settings before and after. */
public final class PlanText {
    /** The column behind the mark. */
    private static final int TEXT = 7;

    /** What goes on is a little to the right of what begins. */
    static final int HANG = TEXT + 2;

    private final Plan plan;
    private final Map<String, String> engines;
    private final List<String> order;
    private final Detail detail;

    /**
     * @param engines what it takes to give hosts their engines, in words, by host
     * @param order of the hosts; those that are missing come last
     */
    public PlanText(Plan plan, Map<String, String> engines, List<String> order, Detail detail) {
        this.order = List.copyOf(order);
        this.plan = plan;
        this.engines = engines;
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
        hostsByContent().forEach((content, hosts) -> {
            lines.add(Line.of(Tone.STRONG, String.join(", ", hosts)).hanging(2));
            lines.addAll(content);
            lines.add(Line.EMPTY);
        });
        lines.addAll(RolloutText.of(plan.rollouts()));
        lines.add(new Tally(plan, engines.size()).line().hanging(4));
        return lines;
    }

    /** Hosts to which the same happens are told together. */
    private Map<List<Line>, List<String>> hostsByContent() {
        Map<List<Line>, List<String>> hosts = new LinkedHashMap<>();
        for (String host : hosts()) {
            hosts.computeIfAbsent(contentOf(host), content -> new ArrayList<>()).add(host);
        }
        return hosts;
    }

    private List<Line> contentOf(String host) {
        List<Line> lines = new ArrayList<>();
        engine(host, lines);
        changes(host, lines);
        refusals(host, lines);
        divergences(host, lines);
        orphans(host, lines);
        unchanged(host, lines);
        return lines;
    }

    private SequencedSet<String> hosts() {
        SequencedSet<String> hosts = new LinkedHashSet<>(order);
        SequencedSet<String> told = told();
        hosts.retainAll(told);
        hosts.addAll(told);
        return hosts;
    }

    private SequencedSet<String> told() {
        SequencedSet<String> hosts = new LinkedHashSet<>(engines.keySet());
        plan.changes().forEach(change -> hosts.add(change.host()));
        plan.refusals().forEach(refusal -> hosts.add(refusal.host()));
        plan.divergences().forEach(divergence -> hosts.add(divergence.host()));
        plan.orphans().forEach(orphan -> hosts.add(orphan.host()));
        if (detail.unchanged()) {
            plan.unchanged().forEach(resource -> hosts.add(resource.host()));
        }
        return hosts;
    }

    private void engine(String host, List<Line> lines) {
        if (engines.containsKey(host)) {
            lines.add(marked("+", Tone.GOOD)
                    .and("set up ")
                    .and(Tone.STRONG, "engine")
                    .and(": " + engines.get(host)));
        }
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
                Line line = marked("!", Tone.BAD)
                        .and(Tone.STRONG, refusal.resource().toString())
                        .and(": ")
                        .and(Tone.BAD, refusal.what());
                lines.add(refusal.where()
                        .map(where -> line.and(Tone.QUIET, " (" + where.fileAndLine() + ")"))
                        .orElse(line));
                refusal.remedy().lines().forEach(remedy -> lines.add(remark(remedy)));
            }
        }
        if (plan.refusals().stream().anyMatch(refusal -> refusal.host().equals(host))) {
            lines.add(remark("Until that is settled, nothing is done on this host."));
        }
    }

    private void divergences(String host, List<Line> lines) {
        for (Plan.Divergence divergence : plan.divergences()) {
            if (divergence.host().equals(host)) {
                lines.add(marked("!", Tone.CHANGE)
                        .and(Tone.STRONG, divergence.resource().toString())
                        .and(": ")
                        .and(Tone.CHANGE, Digests.shortened(divergence.what())));
                lines.add(remark(divergence.remedy()));
            }
        }
    }

    private void orphans(String host, List<Line> lines) {
        for (Plan.Orphan orphan : plan.orphans()) {
            if (orphan.host().equals(host)) {
                lines.add(marked("?", Tone.QUIET)
                        .and(Tone.STRONG, orphan.resource().toString())
                        .and(": " + orphan.why()));
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
        for (Plan.Unkept unkept : plan.unkept()) {
            if (unkept.host().equals(host)) {
                lines.add(marked("=", Tone.QUIET).and(Tone.QUIET, unkept.resource() + ": " + UnkeptText.brief(unkept)));
            }
        }
    }

    /** Below what it is about. */
    private static Line remark(String text) {
        return Line.of(" ".repeat(TEXT) + text).hanging(TEXT);
    }

    private static Line marked(String symbol, Tone tone) {
        return Line.of(" ".repeat(5 - symbol.length()))
                .and(tone, symbol)
                .and("  ")
                .hanging(HANG);
    }
}
