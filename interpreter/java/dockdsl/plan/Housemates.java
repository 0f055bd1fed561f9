package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.RestartContainer;
import dockdsl.plan.Action.StopContainer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Containers of a host that use the network, memory or processes of another one: they have those of its present life only, and can be
 * started only while it runs. So they come back after it, and it comes back for them.
 */
record Housemates(Site site, HostSnapshot snapshot) {
    /** The names of those that run, and that have to be new when the container is. */
    Set<String> replacedWith(ContainerSpec owner) {
        return of(owner.engineName())
                .filter(spec -> spec.state().isExact())
                .map(ContainerSpec::engineName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The step, so that taking it back brings those of the container back that it stops, too. */
    Step takingThemBack(Step step) {
        return step.action() instanceof StopContainer stop && !step.undo().isEmpty()
                ? step.andThenUndone(restarts(EngineNames.base(stop.name())))
                : step;
    }

    private List<RestartContainer> restarts(String owner) {
        return of(owner)
                .flatMap(spec -> snapshot.container(spec.engineName()).stream())
                .map(container -> new RestartContainer(container.name(), ContainerSteps.patience(container)))
                .toList();
    }

    private Stream<ContainerSpec> of(String owner) {
        return site.on(snapshot.host()).stream()
                .filter(spec -> spec.housemates().contains(owner))
                .filter(spec -> snapshot.container(spec.engineName())
                        .filter(ObservedContainer::isUp)
                        .filter(container -> Ownership.isOurs(site, snapshot.host(), container))
                        .isPresent());
    }
}
