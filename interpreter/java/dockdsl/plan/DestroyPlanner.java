package dockdsl.plan;

import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Plan.Orphan;
import dockdsl.plan.Resource.Kind;
import dockdsl.vocabulary.Delivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes everything that a site owns from its hosts; images stay, and volumes unless asked for. */
public final class DestroyPlanner {
    private static final int CONTAINERS = 0;
    private static final int WHAT_THEY_STOOD_ON = 1;

    private DestroyPlanner() {}

    /** What the site adopted and never replaced has no label of it and is left alone. */
    public static Plan plan(Site site, List<HostSnapshot> snapshots, boolean volumes) {
        Plan plan = plan(site.name(), snapshots, volumes);
        List<Orphan> left = new ArrayList<>(plan.orphans());
        for (HostSnapshot host : snapshots) {
            host.containers().stream()
                    .filter(container -> Ownership.isAdopted(site, host.host(), container))
                    .forEach(container -> left.add(new Orphan(
                            host.host(),
                            new Resource(Kind.CONTAINER, container.name()),
                            "adopted as somebody else made it; left alone, `docker rm -f " + container.name()
                                    + "` removes it")));
        }
        return new Plan(site.name(), plan.changes(), plan.unchanged(), left, plan.refusals());
    }

    public static Plan plan(String site, List<HostSnapshot> snapshots, boolean volumes) {
        List<Change> changes = new ArrayList<>();
        List<Orphan> left = new ArrayList<>();
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
                    .forEach(network -> network(site, host, network.name(), changes, left));
            List<String> doomed = new ArrayList<>(DeliverySteps.leftIn(host, site));
            if (volumes) {
                host.volumes().stream()
                        .filter(volume -> ours.test(volume.site()) && !Delivered.isVolume(volume.name()))
                        .forEach(volume -> doomed.add(volume.name()));
            }
            doomed.forEach(volume -> changes.add(remove(
                    host, Kind.VOLUME, volume, WHAT_THEY_STOOD_ON, List.of(Step.of(new Action.RemoveVolume(volume))))));
        }
        return new Plan(site, changes, List.of(), left, List.of());
    }

    /** One in which a container stays has to stay too. */
    private static void network(
            String site, HostSnapshot host, String network, List<Change> changes, List<Orphan> left) {
        host.containers().stream()
                .filter(container -> !container.belongsTo(site))
                .filter(container -> container.endpoints().containsKey(network))
                .findFirst()
                .ifPresentOrElse(
                        member -> left.add(new Orphan(
                                host.host(),
                                new Resource(Kind.NETWORK, network),
                                "the container " + member.name() + " is in it, which belongs to "
                                        + Owner.of(member.labels()) + "; left alone")),
                        () -> changes.add(remove(
                                host,
                                Kind.NETWORK,
                                network,
                                WHAT_THEY_STOOD_ON,
                                List.of(Step.of(new Action.RemoveNetwork(network))))));
    }

    private static Change remove(HostSnapshot host, Kind kind, String name, int wave, List<Step> steps) {
        return Change.removal(host.host(), new Resource(kind, name), wave, "the site is taken down", steps);
    }
}
