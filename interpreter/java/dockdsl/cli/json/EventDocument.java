package dockdsl.cli.json;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import dockdsl.problem.SiteRejected;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What happens in a run as JSON objects; {@link Schema#EVENTS} has their fields. */
public final class EventDocument {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private EventDocument(String event, Instant at) {
        fields.put("event", event);
        fields.put("at", at.toString());
    }

    public static Map<String, Object> begin(String command, Instant at) {
        return new EventDocument("begin", at).with("command", command).fields;
    }

    /** @param engines what it takes to give hosts their engines, in words, by host */
    public static Map<String, Object> of(Plan plan, Map<String, String> engines, Instant at) {
        EventDocument document = new EventDocument("plan", at);
        document.fields.putAll(PlanDocument.of(plan));
        return document.with("engines", engines).fields;
    }

    public static Map<String, Object> of(Recap recap, Instant at) {
        return new EventDocument("recap", at).with("hosts", RunDocument.of(recap)).fields;
    }

    public static Map<String, Object> end(int exitCode, Instant at) {
        return new EventDocument("end", at).with("exitCode", exitCode).fields;
    }

    /** The end of a run that ended before its time. */
    public static Map<String, Object> end(Throwable why, int exitCode, Instant at) {
        EventDocument document = new EventDocument("end", at).with("exitCode", exitCode);
        return why instanceof SiteRejected rejected
                ? document.with("problems", Document.problems(rejected.problems())).fields
                : document.with("error", Document.error(why)).fields;
    }

    public static Map<String, Object> of(Event event, Instant at) {
        return switch (event) {
            case Event.Connecting _ -> host("connecting", event, at).fields;
            case Event.Connected connected -> host("connected", event, at).took(connected.took()).fields;
            case Event.Unreachable lost ->
                host("unreachable", event, at).declared(lost.why()).told(lost.why()).fields;
            case Event.Bootstrapping bootstrapping ->
                host("bootstrapping", event, at).with("step", bootstrapping.step()).fields;
            case Event.Waiting waiting ->
                host("waiting", event, at).with("holder", waiting.holder().toString()).fields;
            case Event.Warned warned -> host("warned", event, at).with("what", warned.what()).fields;
            case Event.Swept swept ->
                host("swept", event, at).with("what", swept.what()).with("bytes", swept.bytes()).fields;
            case Event.Observed observed -> host("observed", event, at).took(observed.took()).fields;
            case Event.Failed failed -> host("failed", event, at).told(failed.why()).fields;
            case Event.Started started ->
                change("started", started.change(), at).with("preparing", started.preparing()).fields;
            case Event.Progress progress ->
                change("progress", progress.change(), at).with("text", progress.text()).fields;
            case Event.Done done -> change("done", done.change(), at).took(done.took()).fields;
            case Event.Broke broke ->
                change("broke", broke.change(), at)
                        .told(broke.why())
                        .with("restored", broke.restored())
                        .with("ignored", !broke.change().essential())
                        .with("lastLines", List.copyOf(broke.lastLines()))
                        .fields;
            case Event.Cautioned cautioned ->
                change("cautioned", cautioned.change(), at).with("what", cautioned.what()).fields;
            case Event.TakenBack back -> change("takenBack", back.change(), at).with("why", back.why()).fields;
            case Event.Skipped skipped ->
                change("skipped", skipped.change(), at).with("why", skipped.why()).fields;
        };
    }

    private static EventDocument host(String name, Event event, Instant at) {
        return new EventDocument(name, at).with("host", event.host());
    }

    private static EventDocument change(String name, Change change, Instant at) {
        return new EventDocument(name, at)
                .with("host", change.host())
                .with("change", PlanDocument.subject(change))
                .with("verb", change.verb().name().toLowerCase(Locale.ROOT));
    }

    private EventDocument took(Duration time) {
        return with("milliseconds", time.toMillis());
    }

    private EventDocument declared(DockdslException why) {
        fields.putAll(Document.declared(why));
        return this;
    }

    private EventDocument told(DockdslException why) {
        return with("what", String.valueOf(why.getMessage())).with("remedy", why.remedy());
    }

    private EventDocument with(String name, Object value) {
        fields.put(name, value);
        return this;
    }
}
