package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Pins;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Plan.Orphan;
import dockdsl.plan.Plan.Refusal;
import dockdsl.plan.Plan.Unchanged;
import dockdsl.plan.Plan.Unkept;
import dockdsl.plan.Resource.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares what a site wants with what its hosts have. */
public final class Planner {
    private Planner() {}

    /**
     * The changes that make every host of which there is a snapshot as declared.
     *
     * @param site a site that was checked: what its containers need is there, and not in circles
     * @param addresses of all hosts of the site as other hosts reach them, by host name
     * @param pins what is known of the content of tags
     * @param prune whether what the site no longer declares is removed
     */
    public static Plan plan(
            Site site, List<HostSnapshot> snapshots, Map<String, String> addresses, Pins pins, boolean prune) {
        return plan(site, Selection.ALL, snapshots, addresses, pins, prune);
    }

    /** The same for some of the site's containers; orphans are left out then. */
    public static Plan plan(
            Site site,
            Selection selection,
            List<HostSnapshot> snapshots,
            Map<String, String> addresses,
            Pins pins,
            boolean prune) {
        Topology topology = new Topology(site, addresses);
        Resolution resolution = new Resolution.Declared(site, topology);
        return selection.isAll()
                ? plan(site, snapshots, resolution, pins, prune)
                : new Part(site, selection).of(plan(selection.of(site), snapshots, resolution, pins, false));
    }

    static Plan plan(Site site, List<HostSnapshot> observed, Resolution resolution, Pins pins, boolean prune) {
        Map<String, Site> parts = partsByHost(site, observed);
        List<Renamed> hosts = SideBySide.of(observed)
                .map(seen -> Renamed.of(parts.get(seen.host()), seen))
                .toList();
        List<HostSnapshot> snapshots = hosts.stream().map(Renamed::snapshot).toList();
        PortHandovers ports = PortHandovers.of(parts, snapshots);
        Waves waves = new Waves(site, ports.givers());
        List<Change> changes = new ArrayList<>();
        List<Unchanged> unchanged = new ArrayList<>();
        List<Orphan> orphans = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        List<Unkept> unkept = new ArrayList<>();
        List<HostPlanner> planned = SideBySide.of(hosts)
                .map(seen -> {
                    Site part = parts.get(seen.snapshot().host());
                    HostPlanner host = new HostPlanner(part, seen, resolution, waves, ports, pins);
                    host.plan(prune);
                    return host;
                })
                .toList();
        for (HostPlanner host : planned) {
            changes.addAll(host.refusals.isEmpty() ? host.changes : List.of());
            unchanged.addAll(host.unchanged);
            orphans.addAll(host.orphans);
            refusals.addAll(host.refusals);
            unkept.addAll(host.unkept);
        }
        changes.sort(Comparator.comparingInt(Change::wave));
        List<Change> possible = possible(changes, refusals, parts);
        List<Plan.Divergence> divergences = new Divergences(parts, snapshots, possible).find();
        return new Plan(
                site.name(), possible, Rollouts.of(site, possible), unchanged, orphans, refusals, divergences, unkept);
    }

    /** The site as far as it is about one host: nobody should look for a host's containers among those of thousands. */
    private static Map<String, Site> partsByHost(Site site, List<HostSnapshot> snapshots) {
        Map<String, List<ContainerSpec>> specs =
                site.containers().stream().collect(Collectors.groupingBy(ContainerSpec::host));
        return snapshots.stream()
                .map(HostSnapshot::host)
                .collect(Collectors.toMap(
                        host -> host, host -> site.with(specs.getOrDefault(host, List.of())), (one, same) -> one));
    }

    /** Without the changes of containers that need refused ones, anywhere; those are refused too. */
    private static List<Change> possible(List<Change> changes, List<Refusal> refusals, Map<String, Site> parts) {
        Map<String, String> refused = new LinkedHashMap<>();
        refusals.stream()
                .filter(refusal -> refusal.resource().kind() == Kind.CONTAINER)
                .forEach(refusal -> refused.putIfAbsent(container(refusal, parts.get(refusal.host())), refusal.host()));
        List<Change> possible = new ArrayList<>();
        for (Change change : changes) {
            Optional<String> obstacle =
                    change.needs().stream().filter(refused::containsKey).findFirst();
            if (obstacle.isEmpty()) {
                possible.add(change);
            } else {
                refused.putIfAbsent(change.container(), change.host());
                refusals.add(new Refusal(
                        change.host(),
                        change.resource(),
                        "the container " + change.resource().name() + " needs " + obstacle.get()
                                + ", which cannot be made as declared on " + refused.get(obstacle.get()),
                        "See to that one first.",
                        change.where()));
            }
        }
        return possible;
    }

    /** The site's name of a container of which an instance was refused. */
    private static String container(Refusal refusal, Site part) {
        String name = refusal.resource().name();
        return part.containers().stream()
                .filter(spec -> spec.engineName().equals(name))
                .map(ContainerSpec::name)
                .findFirst()
                .orElse(name);
    }
}
