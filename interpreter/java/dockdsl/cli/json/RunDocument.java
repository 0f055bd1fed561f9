package dockdsl.cli.json;

import dockdsl.problem.DockdslException;
import dockdsl.run.Event;
import dockdsl.run.Recap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of a run as JSON. */
public final class RunDocument {
    private RunDocument() {}

    public static Map<String, Object> of(Recap recap) {
        Map<String, Object> hosts = new LinkedHashMap<>();
        recap.hosts().forEach((host, outcome) -> hosts.put(host, of(outcome)));
        return hosts;
    }

    private static Map<String, Object> of(Recap.Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ok", outcome.ok());
        fields.put("changed", outcome.changed());
        fields.put("unreachable", outcome.unreachable());
        fields.put("failed", outcome.failed());
        fields.put("skipped", outcome.skipped());
        fields.put("rescued", outcome.rescued());
        fields.put("ignored", outcome.ignored());
        return fields;
    }

    /** The failures among the events. */
    public static List<Map<String, Object>> failures(List<Event> events) {
        List<Map<String, Object>> failures = new ArrayList<>();
        for (Event event : events) {
            switch (event) {
                case Event.Unreachable unreachable -> failures.add(host(event, unreachable.why(), true));
                case Event.Failed failed -> failures.add(host(event, failed.why(), false));
                case Event.Broke broke -> failures.add(change(broke));
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
                        Event.Done _,
                        Event.TakenBack _,
                        Event.Skipped _ -> {}
            }
        }
        return failures;
    }

    /** What engines warned of. */
    public static List<Map<String, Object>> cautions(List<Event.Cautioned> cautions) {
        return cautions.stream()
                .map(caution -> {
                    Map<String, Object> fields = PlanDocument.subject(caution.change());
                    fields.put("what", caution.what());
                    return fields;
                })
                .toList();
    }

    private static Map<String, Object> host(Event event, DockdslException why, boolean unreachable) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", event.host());
        fields.putAll(Document.declared(why));
        return told(fields, why, unreachable);
    }

    private static Map<String, Object> change(Event.Broke broke) {
        Map<String, Object> fields = told(PlanDocument.subject(broke.change()), broke.why(), false);
        fields.put("restored", broke.restored());
        fields.put("ignored", !broke.change().essential());
        fields.put("lastLines", broke.lastLines());
        return fields;
    }

    private static Map<String, Object> told(Map<String, Object> fields, DockdslException why, boolean unreachable) {
        fields.put("what", String.valueOf(why.getMessage()));
        fields.put("remedy", why.remedy());
        fields.put("unreachable", unreachable);
        return fields;
    }
}
