package dockdsl.plan;

import dockdsl.model.StartFirst;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RenameContainer;
import dockdsl.value.Mount;
import dockdsl.value.RolloutPolicy.Order;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a container takes the place of another so that the old one is there again whenever anything goes wrong.
 *
 * @param leftover what an interrupted run left under the temporary name
 */
record Replacement(
        WantedContainer wanted, ObservedContainer old, Optional<ObservedContainer> leftover, DeliverySteps delivery) {

    /** The new one is made under a temporary name while the old one runs; the engine itself checks the settings then. */
    List<Step> prepare() {
        String incoming = EngineNames.incoming(wanted.name());
        WantedContainer made = startsFirst() ? wanted.answeringToItsName() : wanted;
        List<Step> steps = new ArrayList<>();
        steps.addAll(delivery.fill(wanted));
        leftover.ifPresent(unfinished -> {
            steps.add(Step.of(new RemoveContainer(incoming, false)));
            steps.addAll(DeliverySteps.dropVolumes(unfinished, wanted));
        });
        steps.add(Step.of(
                ContainerSteps.create(made, incoming, withOldData(made.body())), new RemoveContainer(incoming, false)));
        steps.addAll(ContainerSteps.connectFurther(made, incoming));
        return steps;
    }

    /** @param start whether the new one shall run */
    List<Step> switching(boolean start) {
        List<Step> steps = new ArrayList<>(ContainerSteps.beforeSwitch(wanted, old));
        steps.addAll(start && startsFirst() ? startFirst() : stopFirst(start));
        return steps;
    }

    private List<Step> stopFirst(boolean start) {
        String name = wanted.name();
        List<Step> steps = new ArrayList<>(stop(name));
        steps.add(rename(name, EngineNames.outgoing(name)));
        steps.add(rename(EngineNames.incoming(name), name));
        if (start) {
            steps.addAll(ContainerSteps.startAndProve(wanted, name));
        }
        return steps;
    }

    /** The old one gives its name away before it stops, so that as few as can be are sent to it when it does. */
    private List<Step> startFirst() {
        String name = wanted.name();
        List<Step> steps = new ArrayList<>(ContainerSteps.startAndProve(wanted, EngineNames.incoming(name)));
        steps.add(rename(name, EngineNames.outgoing(name)));
        steps.add(rename(EngineNames.incoming(name), name));
        steps.addAll(stop(EngineNames.outgoing(name)));
        return steps;
    }

    private List<Step> stop(String name) {
        List<Step> steps = new ArrayList<>(ContainerSteps.farewell(wanted.site(), wanted.spec(), old, name));
        steps.addAll(ContainerSteps.stop(old.as(name, old.status())));
        return steps;
    }

    /** What cannot be taken back. */
    List<Step> finish() {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new RemoveContainer(EngineNames.outgoing(wanted.name()), false)));
        steps.addAll(DeliverySteps.dropVolumes(old, wanted));
        return steps;
    }

    /** Whether the new one is to run beside the old one for a while, and can. */
    private boolean startsFirst() {
        return wanted.rollout().order().equals(Optional.of(Order.START_FIRST))
                && StartFirst.obstacle(wanted.spec()).isEmpty()
                && unnamedVolumes().isEmpty();
    }

    /** Where a volume without a name would be written to by both, although the user asked for them to run side by side. */
    Optional<String> unnamedVolumeInTheWay() {
        return wanted.spec().rollout().order().equals(Optional.of(Order.START_FIRST))
                ? unnamedVolumes().stream()
                        .map(mount -> mount.text("Destination"))
                        .findFirst()
                : Optional.empty();
    }

    private static Step rename(String from, String to) {
        return Step.of(new RenameContainer(from, to), new RenameContainer(to, from));
    }

    /** Volumes that came with the old image and have no name of their own go over to the new container. */
    private Tree withOldData(Tree body) {
        List<Object> mounts = new ArrayList<>(body.items("HostConfig.Mounts"));
        for (Tree mount : unnamedVolumes()) {
            mounts.add(Map.of(
                    "Type", "volume",
                    "Source", mount.text("Name"),
                    "Target", mount.text("Destination")));
        }
        return mounts.isEmpty() ? body : body.with("HostConfig.Mounts", mounts);
    }

    private List<Tree> unnamedVolumes() {
        Set<String> taken = new HashSet<>();
        wanted.body().trees("HostConfig.Mounts").forEach(mount -> taken.add(mount.text("Target")));
        wanted.body()
                .texts("HostConfig.Binds")
                .forEach(bind -> taken.add(Mount.parse(bind).target()));
        return old.inspected().trees("Mounts").stream()
                .filter(mount -> mount.text("Type").equals("volume"))
                .filter(mount -> mount.text("Name").matches("[0-9a-f]{64}"))
                .filter(mount -> !taken.contains(mount.text("Destination")))
                .toList();
    }
}
