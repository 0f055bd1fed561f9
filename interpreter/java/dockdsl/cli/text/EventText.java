package dockdsl.cli.text;

import dockdsl.run.Event;
import java.time.Duration;
import java.util.Optional;

/** What happened, in one line that stays on the screen. */
public final class EventText {
    private final boolean detailed;

    /** @param detailed whether it is also told how long connecting and looking took */
    public EventText(boolean detailed) {
        this.detailed = detailed;
    }

    /** Empty for what is worth no line. */
    public Optional<Line> of(Event event) {
        return switch (event) {
            case Event.Unreachable _ -> bad(event, "unreachable");
            case Event.Failed failed -> bad(event, "failed: " + failed.why().getMessage());
            case Event.Bootstrapping bootstrapping -> line(event, Tone.PLAIN, bootstrapping.step());
            case Event.Done done ->
                line(event, Tone.CHANGE, Words.past(done.change().verb()))
                        .map(line -> line.and(" " + done.change().resource()).and(Tone.QUIET, took(done.took())));
            case Event.Broke broke ->
                bad(event, broke.change().resource() + " failed: " + broke.why().getMessage());
            case Event.TakenBack back ->
                line(event, Tone.CHANGE, "took back " + back.change().resource() + ": " + back.why());
            case Event.Skipped skipped ->
                line(event, Tone.QUIET, skipped.change().resource() + " left out: " + skipped.why());
            case Event.Waiting waiting -> line(event, Tone.QUIET, "waits for another run: " + waiting.holder());
            case Event.Warned warned -> bad(event, "warning: " + warned.what());
            case Event.Cautioned cautioned ->
                bad(event, "warning of the engine about " + Words.of(cautioned.change()) + ": " + cautioned.what());
            case Event.Swept swept ->
                line(event, Tone.QUIET, "removed " + swept.what() + " (" + Bytes.told(swept.bytes()) + ")");
            case Event.Connected connected -> detail(event, "connected", connected.took());
            case Event.Observed observed -> detail(event, "looked at", observed.took());
            case Event.Connecting _, Event.Started _, Event.Progress _ -> Optional.empty();
        };
    }

    private Optional<Line> detail(Event event, String what, Duration took) {
        return detailed ? line(event, Tone.QUIET, what + took(took)) : Optional.empty();
    }

    private static Optional<Line> bad(Event event, String what) {
        return line(event, Tone.BAD, what);
    }

    private static Optional<Line> line(Event event, Tone tone, String what) {
        return Optional.of(Line.of(Tone.STRONG, event.host()).and(": ").and(tone, what));
    }

    /** {@code  (2.1 s)}. */
    static String took(Duration took) {
        long tenths = Math.round(took.toMillis() / 100.0);
        return tenths >= 10 ? " (" + tenths / 10 + "." + tenths % 10 + " s)" : " (" + took.toMillis() + " ms)";
    }
}
