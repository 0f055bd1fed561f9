package dockdsl.cli.json;

import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Recall;
import dockdsl.ledger.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Releases as JSON. */
public final class HistoryDocument {
    private HistoryDocument() {}

    public static List<Map<String, Object>> of(History history) {
        return history.entries().stream().map(HistoryDocument::of).toList();
    }

    public static List<Map<String, Object>> stays(List<Recall.Stay> stays) {
        return stays.stream()
                .map(stay -> Map.<String, Object>of("host", stay.host(), "name", stay.container(), "why", stay.why()))
                .toList();
    }

    private static Map<String, Object> of(History.Entry entry) {
        Release run = entry.run();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("release", run.id());
        fields.put("when", run.when().toString());
        fields.put("command", run.command());
        fields.put("who", run.author().who());
        fields.put("onBehalfOf", run.author().onBehalfOf());
        fields.put("file", run.origin().file());
        fields.put("commit", run.origin().commit());
        fields.put("dirty", run.origin().dirty());
        fields.put("version", run.origin().version());
        fields.put("promotedFrom", run.origin().promotedFrom());
        fields.put("containers", containers(entry));
        fields.values().removeIf(""::equals);
        return fields;
    }

    private static List<Map<String, Object>> containers(History.Entry entry) {
        List<Map<String, Object>> containers = new ArrayList<>();
        entry.deeds().forEach((host, deeds) -> deeds.forEach(deed -> containers.add(of(host, deed))));
        return containers;
    }

    private static Map<String, Object> of(String host, Deed deed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", host);
        fields.put("name", deed.container());
        fields.put("change", deed.change());
        fields.put("settings", deed.settings());
        fields.put("result", deed.result().toString());
        deed.image().ifPresent(image -> {
            fields.put("image", image.name().toString());
            fields.put("digest", image.digest());
            fields.put("imageId", image.id());
        });
        fields.values().removeIf(""::equals);
        return fields;
    }
}
