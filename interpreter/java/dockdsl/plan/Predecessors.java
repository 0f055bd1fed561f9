package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.value.PublishedPort;
import java.util.Optional;

/** Containers of a host that made room for others in a run that was cut off. */
record Predecessors(HostSnapshot snapshot) {
    /**
     * The predecessor that comes back before anything else is done with the container; empty where there is none, where what took its
     * place is proven, or where that is all there is, since somebody else has the ports of the predecessor by now.
     */
    Optional<ObservedContainer> returning(ContainerSpec spec) {
        Optional<ObservedContainer> seen = snapshot.container(spec.engineName());
        return outgoing(spec)
                .filter(old ->
                        seen.filter(container -> isProven(spec, container)).isEmpty())
                .filter(old -> seen.isEmpty() || !spec.state().isRunning() || canRun(old, spec));
    }

    /** Whether the predecessor runs when it is back: it shall, and nobody else has its ports. */
    boolean runsAgain(ObservedContainer old, ContainerSpec spec) {
        return spec.state().isRunning() && canRun(old, spec);
    }

    private boolean canRun(ObservedContainer old, ContainerSpec spec) {
        return snapshot.containers().stream()
                .filter(ObservedContainer::isUp)
                .filter(other -> !EngineNames.base(other.name()).equals(spec.engineName()))
                .noneMatch(other -> other.hostPorts().stream().anyMatch(port -> isTakenBy(old, port)));
    }

    /** What was replaced, if it is still there. */
    private Optional<ObservedContainer> outgoing(ContainerSpec spec) {
        return snapshot.container(EngineNames.outgoing(spec.engineName()));
    }

    /** Nobody knows whether the checks of an interrupted run held, so a container that has some is not taken for proven. */
    static boolean isProven(ContainerSpec spec, ObservedContainer container) {
        return container.isRunning()
                && container.health().matches("|none|healthy")
                && spec.checks().isEmpty();
    }

    private static boolean isTakenBy(ObservedContainer old, PublishedPort port) {
        return old.portsToTake().stream().anyMatch(port::clashesWith);
    }
}
