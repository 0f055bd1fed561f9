package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.plan.Verb;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The numbers below a plan. */
final class Tally {
    private final Plan plan;
    private final int engines;

    /** @param engines how many hosts get an engine */
    Tally(Plan plan, int engines) {
        this.plan = plan;
        this.engines = engines;
    }

    /** {@code Plan: 2 to create, 1 to replace on 3 hosts.} or {@code Nothing to change: ...} */
    Line line() {
        if (plan.isEmpty() && engines == 0) {
            return plan.refusals().isEmpty()
                    ? unchangedLine()
                    : Line.of(Tone.BAD, "Nothing can be done: ").and(refused() + ".");
        }
        Line line = Line.of(Tone.STRONG, "Plan: ").and(changes() + ".");
        return plan.refusals().isEmpty() ? line : line.and(Tone.BAD, " Refused: " + refused() + ".");
    }

    private String changes() {
        Map<Verb, Integer> counts = new EnumMap<>(Verb.class);
        Set<String> hosts = new HashSet<>();
        for (Change change : plan.changes()) {
            counts.merge(change.verb(), 1, Integer::sum);
            hosts.add(change.host());
        }
        StringBuilder text = new StringBuilder(engines == 0 ? "" : Counted.of(engines, "engine") + " to set up");
        counts.forEach((verb, count) -> text.append(text.isEmpty() ? "" : ", ")
                .append(count)
                .append(" to ")
                .append(Mark.of(verb).word()));
        return hosts.isEmpty() ? text.toString() : text + " on " + Counted.of(hosts.size(), "host");
    }

    private Line unchangedLine() {
        return plan.unchanged().isEmpty()
                ? Line.of(Tone.GOOD, "Nothing to change.")
                : Line.of(Tone.GOOD, "Nothing to change: ").and(unchanged() + ".");
    }

    private String unchanged() {
        int containers = 0;
        Set<String> hosts = new HashSet<>();
        for (Plan.Unchanged resource : plan.unchanged()) {
            hosts.add(resource.host());
            containers += resource.resource().kind() == Resource.Kind.CONTAINER ? 1 : 0;
        }
        return Counted.of(containers, "container") + " on " + Counted.of(hosts.size(), "host")
                + (containers == 1 ? " is" : " are") + " as declared";
    }

    private String refused() {
        Set<String> hosts = new HashSet<>();
        plan.refusals().forEach(refusal -> hosts.add(refusal.host()));
        return Counted.of(plan.refusals().size(), "resource") + " on " + Counted.of(hosts.size(), "host")
                + " can't be made as declared";
    }
}
