package dockdsl.cli.json;

import dockdsl.cli.text.StatusRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs where as JSON. */
public final class StatusDocument {
    private StatusDocument() {}

    public static List<Map<String, Object>> of(List<StatusRow> rows) {
        return rows.stream().map(StatusDocument::of).toList();
    }

    private static Map<String, Object> of(StatusRow row) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", row.host());
        fields.put("name", row.name());
        fields.put("image", row.image());
        fields.put("imageId", row.imageId());
        if (!row.digest().isEmpty()) {
            fields.put("digest", row.digest());
        }
        fields.put("state", row.state());
        if (!row.health().isEmpty()) {
            fields.put("health", row.health());
        }
        row.since().ifPresent(since -> fields.put("since", since.toString()));
        fields.put("asDeclared", row.isAsDeclared());
        if (!row.isAsDeclared()) {
            fields.put("drift", row.drift());
        }
        fields.put(
                "pickedPorts",
                row.picked().stream()
                        .map(port -> Map.of("port", port.port().toString(), "hostPort", port.hostPort()))
                        .toList());
        fields.put("unkept", PlanDocument.unkept(row.unkept()));
        if (!row.elsewhere().isEmpty()) {
            fields.put("elsewhere", row.elsewhere());
        }
        return fields;
    }
}
