package dockdsl.cli.text;

import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import dockdsl.run.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What went wrong during a run: where, what, what to do, and what the container said last. */
public final class FailureText {
    private static final int HANG = 2;

    private FailureText() {}

    /** The failures among the events, in their order. */
    public static List<Line> of(List<Event> events) {
        List<Line> lines = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case Event.Unreachable unreachable ->
                    tell("host " + unreachable.host() + Words.place(unreachable.why()), unreachable.why(), lines);
                case Event.Failed failed -> tell("host " + failed.host(), failed.why(), lines);
                case Event.Broke broke -> tell(broke, lines);
                case Event.TakenBack back ->
                    lines.add(Line.of(
                                    Tone.QUIET,
                                    Words.of(back.change()) + " on " + back.host() + " was taken back: " + back.why())
                            .hanging(HANG));
                case Event.Skipped skipped ->
                    lines.add(Line.of(Tone.QUIET, skipped(skipped)).hanging(HANG));
                case Event.Connecting _,
                        Event.Connected _,
                        Event.Bootstrapping _,
                        Event.Waiting _,
                        Event.Warned _,
                        Event.Cautioned _,
                        Event.Swept _,
                        Event.Observed _,
                        Event.Started _,
                        Event.Progress _,
                        Event.Done _ -> {}
            }
        }
        return lines;
    }

    /** What a plan could not do. */
    public static List<Line> ofRefusals(List<Plan.Refusal> refusals) {
        List<Line> lines = new ArrayList<>();
        for (Plan.Refusal refusal : refusals) {
            lines.add(Line.of(Tone.BAD, Words.of(refusal) + " on " + refusal.host() + ": " + refusal.what())
                    .hanging(HANG));
            refusal.remedy().lines().forEach(remedy -> lines.add(remark(remedy)));
        }
        return lines;
    }

    /** One thing that ended a run as a whole. */
    public static List<Line> of(DockdslException why) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Tone.BAD, Words.of(why)).hanging(HANG));
        remedy(why, lines);
        return lines;
    }

    private static void tell(String who, DockdslException why, List<Line> lines) {
        lines.add(Line.of(Tone.BAD, who + ": " + why.getMessage()).hanging(HANG));
        remedy(why, lines);
    }

    private static void tell(Event.Broke broke, List<Line> lines) {
        tell(Words.of(broke.change()) + " on " + broke.host(), broke.why(), lines);
        if (!broke.change().essential()) {
            lines.add(remark("It is not essential, so the run goes on."));
        }
        aftermath(broke).ifPresent(told -> lines.add(remark(told)));
        if (!broke.lastLines().isEmpty()) {
            lines.add(remark("The last lines of the container:"));
            broke.lastLines()
                    .forEach(line -> lines.add(Line.of(Tone.QUIET, "    | ").and(Visible.withoutColours(line))));
        }
    }

    private static Optional<String> aftermath(Event.Broke broke) {
        if (!broke.restored()) {
            return Optional.of("Not everything could be taken back; the next `dockdsl apply` goes on from there.");
        }
        return switch (broke.change().verb()) {
            case CREATE -> Optional.of("It was taken back.");
            case UPDATE, REPLACE -> Optional.of("What was there before was put back.");
            case PULL, BUILD, START, STOP, RESTART, REMOVE -> Optional.empty();
        };
    }

    private static void remedy(DockdslException why, List<Line> lines) {
        why.remedy().lines().filter(remedy -> !remedy.isBlank()).forEach(remedy -> lines.add(remark(remedy)));
    }

    /** Below what it is about. */
    private static Line remark(String text) {
        return Line.of("    " + text).hanging(4);
    }

    private static String skipped(Event.Skipped skipped) {
        return Words.of(skipped.change()) + " on " + skipped.host() + " was left out: " + skipped.why();
    }
}
