package dockdsl.cli.text;

import dockdsl.observed.Sample;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a fleet is.
 *
 * @param hosts in the order of the inventory
 * @param rows its containers, host by host
 * @param usages what running containers use, by host and name; empty when nobody asked
 */
public record Status(List<StatusHost> hosts, List<StatusRow> rows, Map<String, Map<String, Sample.Usage>> usages) {
    public Status {
        hosts = List.copyOf(hosts);
        rows = List.copyOf(rows);
        usages = Map.copyOf(usages);
    }

    public Optional<Sample.Usage> usage(StatusRow row) {
        return Optional.ofNullable(usages.getOrDefault(row.host(), Map.of()).get(row.name()));
    }
}
