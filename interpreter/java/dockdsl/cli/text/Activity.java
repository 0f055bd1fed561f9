package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.run.Event;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What one host is doing right now; changes with every event of the host. */
final class Activity {
    /** What is shorter tells nothing. */
    private static final int LEAST_OF_WHAT = 10;

    private final SequencedMap<Resource, Doing> changes = new LinkedHashMap<>();
    private String phase = "";
    private long since;

    /** @param now in nanoseconds of any clock */
    void hear(Event event, long now) {
        switch (event) {
            case Event.Connecting _ -> phase("connecting", now);
            case Event.Connected _ -> phase("looking", now);
            case Event.Bootstrapping bootstrapping -> phase(bootstrapping.step(), now);
            case Event.Waiting waiting ->
                phase("waiting for " + waiting.holder().who(), now);
            case Event.Warned _, Event.Cautioned _, Event.Swept _ -> {}
            case Event.Started started -> {
                idle();
                begin(started.change(), starting(started), now);
            }
            case Event.Progress progress -> begin(progress.change(), progressing(progress), now);
            case Event.Done done -> changes.remove(done.change().resource());
            case Event.Broke broke -> changes.remove(broke.change().resource());
            case Event.TakenBack back -> changes.remove(back.change().resource());
            case Event.Skipped skipped -> changes.remove(skipped.change().resource());
            case Event.Observed _, Event.Unreachable _, Event.Failed _ -> idle();
        }
    }

    /**
     * One change under way.
     *
     * @param progress how far it is; empty when that is not known
     */
    private record Doing(String what, String progress) {
        Doing {
            what = Visible.of(what);
            progress = Visible.of(progress);
        }

        /** Where there is no room, how far it is counts more than the beginning of what it is. */
        String within(int room) {
            if (progress.isEmpty()) {
                return Cut.end(what, room);
            }
            int left = room - Columns.of(progress) - 2;
            return left < LEAST_OF_WHAT ? Cut.end(progress, room) : Cut.start(what, left) + ": " + progress;
        }
    }

    /** How long it has been going on, such as {@code  (12 s)}; empty in the first second. */
    String time(long now) {
        long seconds = (now - since) / 1_000_000_000L;
        return seconds > 0 ? " (" + seconds + " s)" : "";
    }

    boolean isBusy() {
        return !changes.isEmpty() || !phase.isEmpty();
    }

    /** What is going on, in at most so many characters; empty when nothing is. */
    String what(int room) {
        if (changes.isEmpty()) {
            return Cut.end(phase, room);
        }
        String others = changes.size() == 1 ? "" : ", and " + (changes.size() - 1) + " more";
        return changes.lastEntry().getValue().within(room - others.length()) + others;
    }

    private void begin(Change change, Doing doing, long now) {
        if (changes.isEmpty()) {
            since = now;
        }
        changes.put(change.resource(), doing);
    }

    private void phase(String text, long now) {
        phase = Visible.of(text);
        since = now;
    }

    private void idle() {
        phase = "";
    }

    private static Doing starting(Event.Started started) {
        String what =
                Mark.of(started.change().verb()).word() + " " + started.change().resource();
        boolean prepares = started.preparing() && !started.change().switching().isEmpty();
        return new Doing(prepares ? "prepare to " + what : what, "");
    }

    private static Doing progressing(Event.Progress progress) {
        return new Doing(progress.change().resource().toString(), progress.text());
    }
}
