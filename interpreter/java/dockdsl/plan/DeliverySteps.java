package dockdsl.plan;

import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.ObservedVolume;
import dockdsl.plan.Action.CreateContainer;
import dockdsl.plan.Action.CreateVolume;
import dockdsl.plan.Action.PutFiles;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RemoveUnusedVolume;
import dockdsl.value.Tree;
import dockdsl.vocabulary.Delivered;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How what a container gets comes into its volume, and goes when the container does. */
record DeliverySteps(HostSnapshot snapshot) {

    /** A volume that a container uses was filled to its end before that was made; any other may be half full. */
    List<Step> fill(WantedContainer wanted) {
        Delivery delivery = wanted.delivery();
        List<Step> steps = new ArrayList<>();
        if (!delivery.hasFiles() || isInUse(delivery.volume())) {
            return steps;
        }
        String filling = EngineNames.filling(wanted.name());
        if (snapshot.container(filling).isPresent()) {
            steps.add(Step.of(new RemoveContainer(filling, true)));
        }
        if (snapshot.volume(delivery.volume()).isPresent()) {
            steps.add(Step.of(new RemoveUnusedVolume(delivery.volume())));
        }
        steps.add(Step.of(
                new CreateVolume(delivery.volume(), volume(wanted)), new RemoveUnusedVolume(delivery.volume())));
        steps.add(Step.of(
                new CreateContainer(filling, delivery.filling(wanted.ownBody())), new RemoveContainer(filling, true)));
        steps.add(Step.of(new PutFiles(filling, Delivered.ANCHOR, delivery.parcel())));
        steps.add(Step.of(new RemoveContainer(filling, true)));
        return steps;
    }

    private static Tree volume(WantedContainer wanted) {
        return new Tree(Map.of("Name", wanted.delivery().volume(), "Labels", wanted.ownership()));
    }

    private boolean isInUse(String volume) {
        return inUse(snapshot).anyMatch(volume::equals);
    }

    private static Stream<String> inUse(HostSnapshot snapshot) {
        return snapshot.containers().stream()
                .filter(container -> !EngineNames.isFilling(container.name()))
                .flatMap(container -> volumes(container).stream());
    }

    /** Volumes of ours that no container uses, which runs leave that were cut off. */
    static List<String> leftIn(HostSnapshot snapshot, String site) {
        Set<String> ours = snapshot.volumes().stream()
                .filter(volume -> volume.site().filter(site::equals).isPresent())
                .map(ObservedVolume::name)
                .filter(Delivered::isVolume)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!ours.isEmpty()) {
            inUse(snapshot).forEach(ours::remove);
        }
        return List.copyOf(ours);
    }

    /** The volumes in which a container has what was delivered to it. */
    static List<String> volumes(ObservedContainer container) {
        return container.detail().stream()
                .flatMap(detail -> detail.trees("HostConfig.Mounts").stream())
                .filter(mount -> mount.text("Type").equals("volume"))
                .map(mount -> mount.text("Source"))
                .filter(Delivered::isVolume)
                .distinct()
                .toList();
    }

    /** What goes behind the removal of a container; those of its volumes that another one uses stay. */
    static List<Step> dropVolumes(ObservedContainer container) {
        return volumes(container).stream()
                .map(volume -> Step.of(new RemoveUnusedVolume(volume)))
                .toList();
    }

    /** The same when this container comes in its place. */
    static List<Step> dropVolumes(ObservedContainer container, WantedContainer successor) {
        return volumes(container).stream()
                .filter(volume -> !volume.equals(successor.delivery().volume()))
                .map(volume -> Step.of(new RemoveUnusedVolume(volume)))
                .toList();
    }
}
