package dockdsl.check;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Site;
import dockdsl.model.StartFirst;
import dockdsl.problem.Problems;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.RolloutPolicy.Order;
import dockdsl.vocabulary.ContainerWords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A rollout is one for all hosts, and starts first only what can run beside its predecessor. */
final class RolloutRules {
    private RolloutRules() {}

    static void check(Site site, Problems problems) {
        Map<String, RolloutPolicy> known = new HashMap<>();
        for (ContainerSpec container : site.containers()) {
            if (container.instance() == 1) {
                checkOrder(container, problems);
                RolloutPolicy first = known.putIfAbsent(container.name(), container.rollout());
                if (first != null && !fleetWide(first).equals(fleetWide(container.rollout()))) {
                    problems.add(
                            SiteChecker.where(container, ContainerWords.ROLLOUT_VALUE),
                            "the rollout of '" + container.name() + "' is not the same on every host",
                            "Only `healthyWithin` and `order` may differ from host to host.");
                }
            }
        }
    }

    private static RolloutPolicy fleetWide(RolloutPolicy policy) {
        return new RolloutPolicy(
                policy.batch(),
                policy.maxFail(),
                policy.pause(),
                Optional.empty(),
                policy.onFailure(),
                Optional.empty());
    }

    private static void checkOrder(ContainerSpec container, Problems problems) {
        if (container.rollout().order().equals(Optional.of(Order.START_FIRST))) {
            StartFirst.obstacle(container)
                    .ifPresent(obstacle -> problems.add(
                            SiteChecker.where(container, ContainerWords.ROLLOUT_VALUE),
                            "'" + container.name() + "' cannot start beside its predecessor: " + obstacle.what(),
                            "Write `order stopFirst`, or change `"
                                    + obstacle.setting().name() + "` in "
                                    + SiteChecker.where(container, obstacle.setting())
                                            .seenFrom(container.where()) + "."));
        }
    }
}
