package dockdsl.cli;

import dockdsl.cli.text.Status;
import dockdsl.cli.text.StatusHost;
import dockdsl.cli.text.StatusRow;
import dockdsl.model.Host;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.Machine;
import dockdsl.plan.Plan;
import dockdsl.problem.HostUnreachable;
import dockdsl.run.Fleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts together what a status shows. */
record StatusTaking(Job job, Fleet fleet) {
    /**
     * @param glance the plan as far as it can be made without asking for secrets
     * @param usage whether it is measured what containers use, too, which takes a second
     */
    Status of(List<HostSnapshot> snapshots, Plan glance, boolean usage) {
        List<StatusRow> rows = StatusRow.of(job.site(), job.selection(), snapshots, glance);
        Map<String, HostSnapshot> seen =
                snapshots.stream().collect(Collectors.toMap(HostSnapshot::host, snapshot -> snapshot));
        Map<String, Machine> machines = fleet.machines(seen.values().stream()
                .filter(snapshot -> !snapshot.engine().version().isEmpty())
                .map(HostSnapshot::host)
                .toList());
        List<StatusHost> hosts = job.hosts().stream()
                .map(Host::name)
                .map(host -> Optional.ofNullable(seen.get(host))
                        .map(snapshot -> new StatusHost(
                                host,
                                Optional.of(snapshot.address()),
                                snapshot.engine(),
                                Optional.ofNullable(machines.get(host)),
                                ""))
                        .orElseGet(() -> StatusHost.silent(host, lost(host))))
                .toList();
        return new Status(hosts, rows, usage ? fleet.usages(running(rows)) : Map.of());
    }

    private String lost(String host) {
        return fleet.lost().get(host) instanceof HostUnreachable ? "unreachable" : "failed";
    }

    private static Map<String, List<String>> running(List<StatusRow> rows) {
        return rows.stream()
                .filter(row -> row.state().equals("running"))
                .collect(Collectors.groupingBy(
                        StatusRow::host, Collectors.mapping(StatusRow::name, Collectors.toList())));
    }
}
