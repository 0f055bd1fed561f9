package dockdsl.cli;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Plan.Unkept;
import dockdsl.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What hosts have when changes were made.
 *
 * @param snapshots of the hosts that changed
 * @param unkept what the changed containers are not, because their engines cannot: later runs leave it at that
 * @param stubborn what they are not though their engines were told, nobody knows why: the next run tries again
 */
record Aftermath(List<HostSnapshot> snapshots, List<Unkept> unkept, List<Unkept> stubborn) {
    static final Aftermath NOTHING = new Aftermath(List.of(), List.of(), List.of());

    private record Place(String host, Resource container) {}

    /** @param still what would have to change after these changes were made */
    static Aftermath of(Site site, List<Change> done, List<HostSnapshot> snapshots, Plan still) {
        Set<Place> told = done.stream()
                .filter(change -> change.resource().kind() == Resource.Kind.CONTAINER)
                .map(change -> new Place(change.host(), change.resource()))
                .collect(Collectors.toSet());
        List<Unkept> unkept = still.unkept().stream()
                .filter(one -> told.contains(new Place(one.host(), one.resource())))
                .toList();
        List<Unkept> stubborn = new ArrayList<>();
        for (Change change : still.changes()) {
            if (told.contains(new Place(change.host(), change.resource()))) {
                site.on(change.host()).stream()
                        .filter(spec ->
                                spec.engineName().equals(change.resource().name()))
                        .forEach(spec -> stubborn.addAll(stubborn(change, spec)));
            }
        }
        return new Aftermath(snapshots, unkept, stubborn);
    }

    /** An image that has another content by now is no setting that did not stick. */
    private static List<Unkept> stubborn(Change change, ContainerSpec spec) {
        return change.differences().stream()
                .filter(difference -> !difference.setting().equals("image"))
                .map(difference ->
                        new Unkept(change.host(), change.resource(), difference, difference.declaredIn(spec)))
                .toList();
    }
}
