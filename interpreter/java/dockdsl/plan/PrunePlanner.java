package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedNetwork;
import dockdsl.observed.StoredImage;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RemoveImage;
import dockdsl.plan.Action.RemoveNetwork;
import dockdsl.plan.Action.RemoveUnusedVolume;
import dockdsl.plan.Plan.Orphan;
import dockdsl.plan.Resource.Kind;
import dockdsl.value.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes from hosts what a site made there and nothing needs any more; nothing that is in use, of others, or holds data. */
public final class PrunePlanner {
    private static final int CONTAINERS = 0;
    private static final int WHAT_THEY_STOOD_ON = 1;
    private static final int WHAT_OTHERS_WERE_BUILT_ON = 2;
    private static final long MEGABYTE = 1_000_000;

    private final Site site;
    private final List<Change> changes = new ArrayList<>();
    private final List<Orphan> left = new ArrayList<>();

    private PrunePlanner(Site site) {
        this.site = site;
    }

    /**
     * An image that can go.
     *
     * @param why half a sentence
     */
    public record Surplus(StoredImage image, String why) {}

    /** @param images those that can go, by host */
    public static Plan plan(Site site, List<HostSnapshot> snapshots, Map<String, List<Surplus>> images) {
        PrunePlanner planner = new PrunePlanner(site);
        for (HostSnapshot host : snapshots) {
            planner.containers(Renamed.of(site, host).snapshot());
            planner.networks(host);
            planner.volumes(host);
            images.getOrDefault(host.host(), List.of()).forEach(surplus -> planner.image(host.host(), surplus));
        }
        planner.changes.sort(Comparator.comparingInt(Change::wave));
        return new Plan(site.name(), planner.changes, List.of(), planner.left, List.of());
    }

    /** One that made room for another may be the better of the two: that is for an apply to find out. */
    private void containers(HostSnapshot host) {
        for (ObservedContainer container : host.containers()) {
            Resource resource = new Resource(Kind.CONTAINER, container.name());
            if (!container.belongsTo(site.name())) {
                continue;
            }
            if (EngineNames.isUnfinished(container.name())) {
                remove(
                        host.host(),
                        resource,
                        CONTAINERS,
                        "left over from an interrupted run",
                        List.of(Step.of(new RemoveContainer(container.name(), true))));
            } else if (EngineNames.isTemporary(container.name())) {
                left.add(new Orphan(
                        host.host(), resource, "an interrupted run left it; the next `dockdsl apply` decides on it"));
            } else if (site.on(host.host()).stream()
                    .noneMatch(spec -> spec.engineName().equals(container.name()))) {
                left.add(new Orphan(host.host(), resource, "no longer declared; `dockdsl apply --prune` removes it"));
            }
        }
    }

    private void networks(HostSnapshot host) {
        Set<String> needed = needed(host.host());
        for (ObservedNetwork network : host.networks()) {
            boolean used = host.containers().stream()
                    .anyMatch(container -> container.endpoints().containsKey(network.name()));
            if (isOurs(network.site()) && !used && !needed.contains(network.name())) {
                remove(
                        host.host(),
                        new Resource(Kind.NETWORK, network.name()),
                        WHAT_THEY_STOOD_ON,
                        "no container is in it, and none shall be",
                        List.of(Step.of(new RemoveNetwork(network.name()))));
            }
        }
    }

    private Set<String> needed(String host) {
        Topology topology = new Topology(site, Map.of());
        return site.on(host).stream()
                .filter(spec -> spec.state() != State.ABSENT)
                .flatMap((ContainerSpec spec) -> topology.endpoints(spec).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Those in which files and secrets came; volumes with data stay. */
    private void volumes(HostSnapshot host) {
        for (String volume : DeliverySteps.leftIn(host, site.name())) {
            remove(
                    host.host(),
                    new Resource(Kind.VOLUME, volume),
                    WHAT_THEY_STOOD_ON,
                    "left over from an interrupted run",
                    List.of(Step.of(new RemoveUnusedVolume(volume))));
        }
    }

    private boolean isOurs(Optional<String> owner) {
        return owner.filter(site.name()::equals).isPresent();
    }

    private void image(String host, Surplus surplus) {
        List<Step> steps = surplus.image().removals().stream()
                .map(name -> Step.of(new RemoveImage(name)))
                .toList();
        String size = (surplus.image().size() + MEGABYTE - 1) / MEGABYTE + " MB";
        remove(
                host,
                new Resource(Kind.IMAGE, surplus.image().shortName()),
                surplus.image().isBase() ? WHAT_OTHERS_WERE_BUILT_ON : WHAT_THEY_STOOD_ON,
                surplus.why() + " (" + size + ")",
                steps);
    }

    private void remove(String host, Resource resource, int wave, String reason, List<Step> steps) {
        changes.add(Change.removal(host, resource, wave, reason, steps));
    }
}
