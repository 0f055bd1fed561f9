package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Resource;
import dockdsl.run.Event;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** What one host is doing right now; changes with every event of the host. */
final class Activity {
    private final SequencedMap<Resource, String> changes = new LinkedHashMap<>();
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

    /** How long it has been going on, such as {@code  (12 s)}; empty in the first second. */
    String time(long now) {
        long seconds = (now - since) / 1_000_000_000L;
        return seconds > 0 ? " (" + seconds + " s)" : "";
    }

    /** What is going on; empty when nothing is. */
    String what() {
        if (changes.isEmpty()) {
            return phase;
        }
        String last = changes.lastEntry().getValue();
        return changes.size() == 1 ? last : last + ", and " + (changes.size() - 1) + " more";
    }

    private void begin(Change change, String text, long now) {
        if (changes.isEmpty()) {
            since = now;
        }
        changes.put(change.resource(), text);
    }

    private void phase(String text, long now) {
        phase = text;
        since = now;
    }

    private void idle() {
        phase = "";
    }

    private static String starting(Event.Started started) {
        String what =
                Mark.of(started.change().verb()).word() + " " + started.change().resource();
        return started.preparing() && !started.change().switching().isEmpty() ? "prepare to " + what : what;
    }

    private static String progressing(Event.Progress progress) {
        return progress.change().resource() + ": " + progress.text();
    }
}
