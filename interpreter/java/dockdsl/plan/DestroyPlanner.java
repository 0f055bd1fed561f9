package dockdsl.plan;

import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Resource.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Takes everything that a site owns from its hosts; images stay, and volumes unless asked for. */
public final class DestroyPlanner {
    private static final int CONTAINERS = 0;
    private static final int WHAT_THEY_STOOD_ON = 1;

    private DestroyPlanner() {}

    public static Plan plan(String site, List<HostSnapshot> snapshots, boolean volumes) {
        List<Change> changes = new ArrayList<>();
        Predicate<Optional<String>> ours = owner -> owner.filter(site::equals).isPresent();
        for (HostSnapshot host : snapshots) {
            host.containers().stream()
                    .filter(container -> ours.test(container.site()))
                    .forEach(container -> changes.add(remove(
                            host,
                            Kind.CONTAINER,
                            container.name(),
                            CONTAINERS,
                            ContainerSteps.stopAndRemove(container))));
            host.networks().stream()
                    .filter(network -> ours.test(network.site()))
                    .forEach(network -> changes.add(remove(
                            host,
                            Kind.NETWORK,
                            network.name(),
                            WHAT_THEY_STOOD_ON,
                            List.of(Step.of(new Action.RemoveNetwork(network.name()))))));
            if (volumes) {
                host.volumes().stream()
                        .filter(volume -> ours.test(volume.site()))
                        .forEach(volume -> changes.add(remove(
                                host,
                                Kind.VOLUME,
                                volume.name(),
                                WHAT_THEY_STOOD_ON,
                                List.of(Step.of(new Action.RemoveVolume(volume.name()))))));
            }
        }
        return new Plan(site, changes, List.of(), List.of(), List.of());
    }

    private static Change remove(HostSnapshot host, Kind kind, String name, int wave, List<Step> steps) {
        return new Change(
                host.host(),
                new Resource(kind, name),
                "",
                Verb.REMOVE,
                "the site is taken down",
                List.of(),
                Optional.empty(),
                wave,
                Set.of(),
                List.of(),
                steps);
    }
}
