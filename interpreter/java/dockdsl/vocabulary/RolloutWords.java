package dockdsl.vocabulary;

import dockdsl.value.Durations;
import dockdsl.value.Malformed;
import dockdsl.value.RolloutPolicy;
import dockdsl.value.RolloutPolicy.OnFailure;
import dockdsl.value.RolloutPolicy.Order;
import dockdsl.value.Share;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of a {@code rollout} block. */
public final class RolloutWords {
    private static final String HOSTS = "a number of hosts such as 2, or a percentage such as '50%'";

    public static final Setting<List<Share>> BATCH = Setting.of(
                    "batch",
                    Kind.plain(
                            HOSTS + ", or several of them",
                            arguments -> Kinds.atLeastOne(arguments.allowing().flat(), HOSTS).stream()
                                    .map(each -> positive(Share.parse(Arguments.text(each))))
                                    .toList(),
                            sizes -> sizes.stream().map(Share::toString).collect(Collectors.joining(", "))),
                    "batch 1, '50%'",
                    "How many hosts are changed at a time: a number, a percentage of the container's hosts (rounded down, one at least), "
                            + "or several for one batch after the other, the last of which repeats. All at once when not said. "
                            + "Instances on one host go one after the other in any case.")
            .alsoKnownAs("serial", "parallelism", "limit", "boot");

    public static final Setting<Share> MAX_FAIL = Setting.of(
                    "maxFail",
                    Kind.plain(
                            HOSTS,
                            arguments -> Share.parse(
                                    Arguments.text(arguments.allowing().only(HOSTS))),
                            Share::toString),
                    "maxFail '10%'",
                    "How many of the container's hosts may fail before the others are left as they are; 0 when not said. "
                            + "Containers that need this one are left out only when more have failed.")
            .alsoKnownAs("max_fail_percentage", "max_failure_ratio", "maxUnavailable", "max_unavailable");

    public static final Setting<Duration> WAIT = Setting.of(
                    "wait", Kinds.DURATION, "wait '30s'", "The time between two batches; none when not said.")
            .alsoKnownAs("delay", "pause");

    public static final Setting<Duration> HEALTHY_WITHIN = Setting.of(
                    "healthyWithin",
                    Kinds.DURATION,
                    "healthyWithin '90s'",
                    "How long a container may take after its start to become healthy; when not said, a minute, or as long as its own "
                            + "health check takes to give up. Checks have `within:`.")
            .alsoKnownAs("monitor", "deploy_timeout", "progressDeadlineSeconds");

    public static final Setting<OnFailure> ON_FAILURE = Setting.of(
                    "onFailure",
                    Kind.plain(
                                    "stop, proceed or rollback",
                                    arguments -> switch (arguments.allowing().only("stop, proceed or rollback")) {
                                        case OnFailure reaction -> reaction;
                                        case Object other -> onFailure(Arguments.text(other));
                                    },
                                    (OnFailure reaction) -> reaction.name().toLowerCase(Locale.ROOT))
                            .withTerms(
                                    Term.constant(
                                            "stop",
                                            OnFailure.STOP,
                                            "Hosts that were not come to stay as they are. The default."),
                                    Term.constant(
                                            "proceed", OnFailure.PROCEED, "The other hosts go on, however many fail."),
                                    Term.constant(
                                            "rollback",
                                            OnFailure.ROLLBACK,
                                            "Hosts that were changed go back to the very containers they had.")),
                    "onFailure rollback",
                    "What happens when more hosts fail than `maxFail` allows. A host that fails goes back to what it had in any case. "
                            + "In a container, `rollback` takes back the changes of that container; at the top level, those of all containers "
                            + "that do not say otherwise. What was replaced is kept, stopped, until all has succeeded.")
            .alsoKnownAs("failure_action", "on_failure", "any_errors_fatal");

    public static final Setting<Order> ORDER = Setting.of(
                    "order",
                    Kind.plain(
                                    "stopFirst or startFirst",
                                    arguments -> switch (arguments.allowing().only("stopFirst or startFirst")) {
                                        case Order order -> order;
                                        case Object other -> order(Arguments.text(other));
                                    },
                                    (Order order) -> order == Order.START_FIRST ? "startFirst" : "stopFirst")
                            .withTerms(
                                    Term.constant(
                                            "stopFirst",
                                            Order.STOP_FIRST,
                                            "The old container is stopped before the new one starts. The default."),
                                    Term.constant(
                                            "startFirst",
                                            Order.START_FIRST,
                                            "The new container is started and proven beside the old one, and answers to the same name in its "
                                                    + "networks, before the old one stops.")),
                    "order startFirst",
                    "Which container runs first when one takes the place of another. `startFirst` is for containers that share nothing: "
                            + "no published port with a number of its own, no volume or folder that they may write to, no address or device. "
                            + "At the top level it "
                            + "holds for the containers where it is possible.")
            .alsoKnownAs("update_order");

    public static final Block BLOCK = new Block(
            "rollout",
            "How a change comes over the hosts of a container. At the top level for all containers; what a container says in its own "
                    + "block wins, setting by setting.",
            "rollout { batch 1, '50%'; onFailure rollback }",
            List.of("update_config", "deploy", "strategy", "rolling_update", "updateStrategy"),
            List.of(BATCH, MAX_FAIL, WAIT, HEALTHY_WITHIN, ON_FAILURE, ORDER));

    static final Kind<RolloutPolicy> KIND = new Kind<>(
            "a block",
            List.of(),
            arguments -> {
                throw new Malformed("`rollout` needs a block", "Write " + BLOCK.example() + ".");
            },
            policy -> new TreeMap<>(policy.pause()
                    .map(pause -> Map.of("wait", Durations.show(pause)))
                    .orElse(Map.of())));

    private RolloutWords() {}

    private static Share positive(Share share) {
        if (share.amount() == 0) {
            throw new Malformed("a batch has one host or more", "Write a number such as 2, or '50%'.");
        }
        return share;
    }

    private static OnFailure onFailure(String text) {
        return switch (text) {
            case "stop" -> OnFailure.STOP;
            case "proceed", "continue" -> OnFailure.PROCEED;
            case "rollback" -> OnFailure.ROLLBACK;
            default ->
                throw new Malformed("'" + text + "' is nothing to do on failure", "Write stop, proceed or rollback.");
        };
    }

    private static Order order(String text) {
        return switch (text) {
            case "stopFirst", "stop-first" -> Order.STOP_FIRST;
            case "startFirst", "start-first" -> Order.START_FIRST;
            default -> throw new Malformed("'" + text + "' is not an order", "Write stopFirst or startFirst.");
        };
    }
}
