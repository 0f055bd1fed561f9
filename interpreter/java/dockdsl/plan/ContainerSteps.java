package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Action.AwaitCheck;
import dockdsl.plan.Action.AwaitWell;
import dockdsl.plan.Action.ConnectNetwork;
import dockdsl.plan.Action.CreateContainer;
import dockdsl.plan.Action.DisconnectNetwork;
import dockdsl.plan.Action.RemoveContainer;
import dockdsl.plan.Action.RestartContainer;
import dockdsl.plan.Action.StartContainer;
import dockdsl.plan.Action.StopContainer;
import dockdsl.value.Check;
import dockdsl.value.Healthcheck;
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

    static List<Step> create(WantedContainer wanted) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new CreateContainer(wanted.name(), wanted.body()), new RemoveContainer(wanted.name(), true)));
        steps.addAll(connectFurther(wanted, wanted.name()));
        return steps;
    }

    static List<Step> connectFurther(WantedContainer wanted, String name) {
        return wanted.furtherEndpoints().entrySet().stream()
                .map(entry -> Step.of(new ConnectNetwork(
                        entry.getKey(), name, entry.getValue().body())))
                .toList();
    }

    static List<Step> start(WantedContainer wanted) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new StartContainer(wanted.name()), new StopContainer(wanted.name(), patience(wanted))));
        steps.addAll(proofs(wanted));
        return steps;
    }

    static List<Step> restart(WantedContainer wanted, ObservedContainer seen) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new RestartContainer(wanted.name(), patience(seen))));
        steps.addAll(proofs(wanted));
        return steps;
    }

    private static List<Step> proofs(WantedContainer wanted) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(new AwaitWell(wanted.name(), healthyWithin(wanted))));
        for (Check check : wanted.spec().checks()) {
            steps.add(Step.of(new AwaitCheck(wanted.name(), check)));
        }
        return steps;
    }

    /** At least as long as its own health check takes to give up. */
    private static Duration healthyWithin(WantedContainer wanted) {
        Healthcheck check = wanted.settings().get(ContainerWords.HEALTHCHECK_VALUE, Healthcheck.INHERITED);
        Duration givingUp =
                check.startPeriod().plus(check.interval().plus(check.timeout()).multipliedBy(check.retries() + 1L));
        return givingUp.compareTo(HEALTHY_WITHIN) > 0 ? givingUp : HEALTHY_WITHIN;
    }

    static List<Step> remove(ObservedContainer container) {
        List<Step> steps = new ArrayList<>();
        if (container.isUp()) {
            steps.add(Step.of(new StopContainer(container.name(), patience(container))));
        }
        steps.add(Step.of(new RemoveContainer(container.name(), true)));
        return steps;
    }

    /** Joins before it leaves, so that the container is never without a network. */
    static List<Step> moveNetworks(WantedContainer wanted, ObservedContainer seen) {
        List<Step> joins = new ArrayList<>();
        List<Step> leaves = new ArrayList<>();
        wanted.endpoints().forEach((network, endpoint) -> {
            boolean member = seen.endpoints().containsKey(network);
            boolean asDeclared =
                    member && Endpoint.seen(seen, seen.endpoints().get(network)).equals(endpoint.besidesNamesOf(seen));
            if (member && !asDeclared) {
                joins.add(Step.of(new DisconnectNetwork(network, wanted.name())));
            }
            if (!asDeclared) {
                joins.add(Step.of(new ConnectNetwork(network, wanted.name(), endpoint.body())));
            }
        });
        for (String network : seen.endpoints().keySet()) {
            if (!wanted.endpoints().containsKey(network)) {
                leaves.add(Step.of(new DisconnectNetwork(network, wanted.name())));
            }
        }
        joins.addAll(leaves);
        return joins;
    }
}
