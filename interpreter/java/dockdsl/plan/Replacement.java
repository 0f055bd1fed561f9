package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.CreateContainer;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RenameContainer;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a container takes the place of another so that the old one is there again whenever anything goes wrong.
 *
 * @param leftover whether an interrupted run left a container under the temporary name
 */
record Replacement(WantedContainer wanted, ObservedContainer old, boolean leftover) {

    /** The new one is made under a temporary name while the old one runs; the engine itself checks the settings then. */
    List<Step> prepare() {
        String incoming = EngineNames.incoming(wanted.name());
        List<Step> steps = new ArrayList<>();
        if (leftover) {
            steps.add(Step.of(new RemoveContainer(incoming, false)));
        }
        steps.add(Step.of(
                new CreateContainer(incoming, withOldData(wanted.body())), new RemoveContainer(incoming, false)));
        steps.addAll(ContainerSteps.connectFurther(wanted, incoming));
        return steps;
    }

    List<Step> switching(boolean start) {
        String name = wanted.name();
        List<Step> steps = new ArrayList<>();
        if (old.isUp()) {
            steps.add(Step.of(new StopContainer(name, ContainerSteps.patience(old)), new StartContainer(name)));
        }
        steps.add(rename(name, EngineNames.outgoing(name)));
        steps.add(rename(EngineNames.incoming(name), name));
        if (start) {
            steps.addAll(ContainerSteps.start(wanted));
        }
        steps.add(Step.of(new RemoveContainer(EngineNames.outgoing(name), false)));
        return steps;
    }

    private static Step rename(String from, String to) {
        return Step.of(new RenameContainer(from, to), new RenameContainer(to, from));
    }

    /** Volumes that came with the old image and have no name of their own go over to the new container. */
    private Tree withOldData(Tree body) {
        List<Object> mounts = new ArrayList<>(body.items("HostConfig.Mounts"));
        Set<String> taken = new HashSet<>();
        body.trees("HostConfig.Mounts").forEach(mount -> taken.add(mount.text("Target")));
        for (Tree mount : old.inspected().trees("Mounts")) {
            boolean anonymous = mount.text("Type").equals("volume")
                    && mount.text("Name").matches("[0-9a-f]{64}")
                    && !taken.contains(mount.text("Destination"));
            if (anonymous) {
                mounts.add(Map.of(
                        "Type", "volume",
                        "Source", mount.text("Name"),
                        "Target", mount.text("Destination")));
            }
        }
        return mounts.isEmpty() ? body : body.with("HostConfig.Mounts", mounts);
    }
}
