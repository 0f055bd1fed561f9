package dockdsl.cli.json;

import dockdsl.cli.text.Status;
import dockdsl.cli.text.StatusHost;
import dockdsl.cli.text.StatusRow;
import dockdsl.observed.Sample;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What runs where as JSON. */
public final class StatusDocument {
    private StatusDocument() {}

    public static Map<String, Object> of(Status status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("hosts", status.hosts().stream().map(StatusDocument::of).toList());
        fields.put(
                "containers",
                status.rows().stream().map(row -> of(row, status.usage(row))).toList());
        return fields;
    }

    private static Map<String, Object> of(StatusHost host) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("host", host.host());
        fields.put("reachable", host.isReachable());
        host.address().ifPresent(address -> fields.put("address", address));
        fields.put("engine", host.engine().version());
        fields.put("api", host.engine().apiVersion());
        host.machine().ifPresent(machine -> {
            fields.put("system", machine.system());
            fields.put("architecture", machine.architecture());
            fields.put("kernel", machine.kernel());
            fields.put("cpus", machine.cpus());
            fields.put("memoryBytes", machine.memoryBytes());
        });
        fields.values().removeIf(""::equals);
        return fields;
    }

    private static Map<String, Object> of(Sample.Usage usage) {
        return Map.of(
                "cpuPercent", usage.cpuPercent(),
                "memoryBytes", usage.memoryBytes(),
                "memoryLimitBytes", usage.memoryLimitBytes());
    }

    private static Map<String, Object> of(StatusRow row, Optional<Sample.Usage> usage) {
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
        usage.ifPresent(used -> fields.put("usage", of(used)));
        return fields;
    }
}
