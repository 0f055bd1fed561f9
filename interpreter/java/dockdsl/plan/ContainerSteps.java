package dockdsl.plan;

import dockdsl.model.ContainerSpec;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.AwaitCheck;
import dockdsl.plan.Action.AwaitWell;
import dockdsl.plan.Action.ConnectNetwork;
import dockdsl.plan.Action.CreateContainer;
import dockdsl.plan.Action.DisconnectNetwork;
import dockdsl.plan.Action.Drain;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RestartContainer;
import dockdsl.plan.Action.ResumeContainer;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.value.Check;
import dockdsl.value.Healthcheck;
import dockdsl.value.Hook.Moment;
import dockdsl.value.Tree;
import dockdsl.vocabulary.ContainerWords;
import dockdsl.vocabulary.ProcessWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The sequences of steps that bring one container to where it shall be. */
final class ContainerSteps {
    /** How long a container may take to become healthy when nothing else is known. */
    private static final Duration HEALTHY_WITHIN = Duration.ofSeconds(60);

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(10);

    private ContainerSteps() {}

    /** How long it may take to end by itself. */
    static Duration patience(ObservedContainer container) {
        return container
                .detail()
                .map(ProcessWords.STOP_TIMEOUT.engine().orElseThrow().seen())
                .orElse(USUAL_PATIENCE);
    }

    private static Duration patience(WantedContainer wanted) {
        return wanted.settings().get(ProcessWords.STOP_TIMEOUT, USUAL_PATIENCE);
    }

    static CreateContainer create(WantedContainer wanted, String name, Tree body) {
        return new CreateContainer(name, body, wanted.delivery().variables());
    }

    static List<Step> create(WantedContainer wanted, DeliverySteps delivery) {
        List<Step> steps = new ArrayList<>(delivery.fill(wanted));
        steps.add(Step.of(create(wanted, wanted.name(), wanted.body()), new RemoveContainer(wanted.name(), true)));
        steps.addAll(connectFurther(wanted, wanted.name()));
        return steps;
    }

    static List<Step> connectFurther(WantedContainer wanted, String name) {
        return wanted.furtherEndpoints().entrySet().stream()
                .map(entry -> Step.of(new ConnectNetwork(
                        entry.getKey(), name, entry.getValue().body())))
                .toList();
    }

    /** Starts what does not run. */
    static List<Step> start(WantedContainer wanted) {
        List<Step> steps = new ArrayList<>(new HookSteps(wanted.site(), wanted.spec()).besides(Moment.BEFORE_SWITCH));
        steps.addAll(startAndProve(wanted, wanted.name()));
        return steps;
    }

    /** @param name what it is called at that time */
    static List<Step> startAndProve(WantedContainer wanted, String name) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new StartContainer(name), new StopContainer(name, patience(wanted))));
        steps.addAll(proofs(wanted, name));
        return steps;
    }

    /** Lets a paused one run on: what it holds in memory is still there. */
    static List<Step> resume(WantedContainer wanted) {
        List<Step> steps = new ArrayList<>(new HookSteps(wanted.site(), wanted.spec()).besides(Moment.BEFORE_SWITCH));
        steps.add(Step.of(new ResumeContainer(wanted.name())));
        steps.addAll(proofs(wanted, wanted.name()));
        return steps;
    }

    static List<Step> restart(WantedContainer wanted, ObservedContainer seen) {
        List<Step> steps = new ArrayList<>(beforeSwitch(wanted, seen));
        steps.addAll(farewell(wanted.site(), wanted.spec(), seen, seen.name()));
        steps.add(Step.of(new RestartContainer(wanted.name(), patience(seen))));
        steps.addAll(proofs(wanted, wanted.name()));
        return steps;
    }

    static List<Step> beforeSwitch(WantedContainer wanted, ObservedContainer seen) {
        HookSteps hooks = new HookSteps(wanted.site(), wanted.spec());
        return seen.isRunning() ? hooks.at(Moment.BEFORE_SWITCH, seen.name()) : hooks.besides(Moment.BEFORE_SWITCH);
    }

    /** What comes before the stop of a running container. @param name what it is called at that time */
    static List<Step> farewell(String site, ContainerSpec spec, ObservedContainer seen, String name) {
        if (!seen.isRunning()) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>(new HookSteps(site, spec).at(Moment.BEFORE_STOP, name));
        spec.settings()
                .find(ContainerWords.DRAIN)
                .filter(time -> !time.isZero())
                .ifPresent(time -> steps.add(Step.of(new Drain(name, time))));
        return steps;
    }

    /** What shows that it does its work. @param name what it is called at that time */
    static List<Step> proofs(WantedContainer wanted, String name) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new AwaitWell(name, healthyWithin(wanted))));
        for (Check check : wanted.spec().checks()) {
            steps.add(Step.of(new AwaitCheck(name, check)));
        }
        steps.addAll(new HookSteps(wanted.site(), wanted.spec()).at(Moment.AFTER_START, name));
        return steps;
    }

    private static Duration healthyWithin(WantedContainer wanted) {
        return wanted.rollout().healthyWithin().orElseGet(() -> usuallyHealthyWithin(wanted));
    }

    /** At least as long as its own health check takes to give up. */
    private static Duration usuallyHealthyWithin(WantedContainer wanted) {
        Healthcheck check = wanted.settings().get(ContainerWords.HEALTHCHECK_VALUE, Healthcheck.INHERITED);
        Duration givingUp =
                check.startPeriod().plus(check.interval().plus(check.timeout()).multipliedBy(check.retries() + 1L));
        return givingUp.compareTo(HEALTHY_WITHIN) > 0 ? givingUp : HEALTHY_WITHIN;
    }

    static List<Step> stop(ObservedContainer container) {
        return container.isUp()
                ? List.of(Step.of(
                        new StopContainer(container.name(), patience(container)), new StartContainer(container.name())))
                : List.of();
    }

    static List<Step> remove(ObservedContainer container) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new RemoveContainer(container.name(), true)));
        steps.addAll(DeliverySteps.dropVolumes(container));
        return steps;
    }

    static List<Step> stopAndRemove(ObservedContainer container) {
        List<Step> steps = new ArrayList<>(stop(container));
        steps.addAll(remove(container));
        return steps;
    }

    /** Joins before it leaves, so that the container is never without a network. */
    static List<Step> moveNetworks(WantedContainer wanted, ObservedContainer seen) {
        List<Step> joins = new ArrayList<>();
        List<Step> leaves = new ArrayList<>();
        wanted.endpoints().forEach((network, endpoint) -> {
            boolean member = seen.endpoints().containsKey(network);
            boolean asDeclared = wanted.isIn(network, seen);
            if (member && !asDeclared) {
                joins.add(leave(network, wanted, seen));
            }
            if (!asDeclared) {
                joins.add(Step.of(
                        new ConnectNetwork(network, wanted.name(), endpoint.body()),
                        new DisconnectNetwork(network, wanted.name())));
            }
        });
        for (String network : seen.endpoints().keySet()) {
            if (!wanted.endpoints().containsKey(network)) {
                leaves.add(leave(network, wanted, seen));
            }
        }
        joins.addAll(leaves);
        return joins;
    }

    private static Step leave(String network, WantedContainer wanted, ObservedContainer seen) {
        Endpoint before = Endpoint.seen(seen, seen.endpoints().get(network));
        return Step.of(
                new DisconnectNetwork(network, wanted.name()),
                new ConnectNetwork(network, wanted.name(), before.body()));
    }
}
