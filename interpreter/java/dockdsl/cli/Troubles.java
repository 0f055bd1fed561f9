package dockdsl.cli;

import dockdsl.cli.text.FailureText;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Words;
import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.LockedByAnotherRun;
import dockdsl.problem.SiteRejected;
import dockdsl.run.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** What is wrong after a run, each trouble under a name that stays the same from run to run, whatever its message says. */
final class Troubles {
    static final String OVERTIME = "run: out of time";

    private Troubles() {}

    /** Texts by names, such as {@code host web3: unreachable}. */
    static SequencedMap<String, String> of(RunStory story) {
        SequencedMap<String, String> troubles = new LinkedHashMap<>();
        for (Event event : story.failures()) {
            switch (event) {
                case Event.Unreachable unreachable -> add(unreachable(unreachable.host()), event, troubles);
                case Event.Failed failed -> add("host " + failed.host() + ": failed", event, troubles);
                case Event.Broke broke -> broke(broke, troubles);
                default -> {}
            }
        }
        for (Plan.Refusal refusal : story.refusals()) {
            troubles.putIfAbsent(
                    refusal.resource() + " on " + refusal.host(), text(FailureText.ofRefusals(List.of(refusal))));
        }
        for (String host : story.rested()) {
            troubles.putIfAbsent(unreachable(host), "host " + host + ": it does not answer");
        }
        if (story.isOvertime()) {
            troubles.put(OVERTIME, "It took longer than it may.");
        } else {
            story.ending().ifPresent(why -> ending(why, troubles));
        }
        troubles.putAll(story.besides());
        return troubles;
    }

    private static String unreachable(String host) {
        return "host " + host + ": unreachable";
    }

    private static void broke(Event.Broke broke, SequencedMap<String, String> troubles) {
        if (broke.why() instanceof HostUnreachable) {
            add(unreachable(broke.host()), broke, troubles);
        } else if (broke.change().essential()) {
            add(broke.change().resource() + " on " + broke.host(), broke, troubles);
        }
    }

    private static void add(String name, Event event, SequencedMap<String, String> troubles) {
        troubles.putIfAbsent(name, text(FailureText.of(List.of(event))));
    }

    private static void ending(Throwable why, SequencedMap<String, String> troubles) {
        switch (why) {
            case LockedByAnotherRun _ -> {}
            case HostUnreachable unreachable -> troubles.put(unreachable(unreachable.host()), text(unreachable));
            case HostFailed failed -> troubles.put("host " + failed.host() + ": failed", text(failed));
            case SiteRejected rejected -> troubles.put("site: rejected", rejected.getMessage());
            case DockdslException expected ->
                troubles.put("run: " + expected.getClass().getSimpleName(), text(expected));
            default -> troubles.put("run: bug", "This is a bug in dockdsl: " + why);
        }
    }

    private static String text(DockdslException why) {
        return text(FailureText.of(why));
    }

    private static String text(List<Line> lines) {
        return Line.plain(lines).strip();
    }

    /** The change in a few words: {@code web1: replaced container web}. */
    static List<String> changes(RunStory story) {
        return story.changes().stream()
                .map(change -> change.host() + ": " + Words.past(change.verb()) + " " + change.resource())
                .toList();
    }
}
