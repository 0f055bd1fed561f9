package dockdsl.cli.text;

import dockdsl.plan.Rollout;
import dockdsl.value.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How careful rollouts go, a line for each; nothing for those that change all hosts at once. */
final class RolloutText {
    private RolloutText() {}

    static List<Line> of(List<Rollout> rollouts) {
        List<Line> lines = new ArrayList<>();
        for (Rollout rollout : rollouts) {
            if (rollout.isCareful()) {
                lines.add(Line.of("    ~  ")
                        .hanging(PlanText.HANG)
                        .and("roll out ")
                        .and(Tone.STRONG, rollout.container())
                        .and(": " + way(rollout)));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        return lines;
    }

    private static String way(Rollout rollout) {
        List<String> parts = new ArrayList<>();
        parts.add(rollout.batches().stream()
                .map(batch -> String.join(" and ", batch.hosts()))
                .collect(Collectors.joining(", then ")));
        if (rollout.batches().size() > 1 && rollout.pause().isPositive()) {
            parts.add(Durations.show(rollout.pause()) + " between");
        }
        if (rollout.tolerance() > 0) {
            parts.add("up to " + Counted.of(rollout.tolerance(), "host") + " may fail");
        }
        parts.add(
                switch (rollout.keep()) {
                    case CHANGE -> "else the rest is left as it is";
                    case ROLLOUT -> "else all of them go back";
                    case RUN -> "else the whole run goes back";
                });
        return String.join("; ", parts);
    }
}
