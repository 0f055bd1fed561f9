package dockdsl.value;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a change comes over the hosts of a container; what is empty was not said.
 *
 * @param batch how many hosts go at a time, batch by batch; the last size holds for all further batches
 * @param maxFail how many hosts may fail before the rest is left as it is
 * @param pause the time between two batches
 * @param healthyWithin how long a new container may take to become healthy
 */
public record RolloutPolicy(
        List<Share> batch,
        Optional<Share> maxFail,
        Optional<Duration> pause,
        Optional<Duration> healthyWithin,
        Optional<OnFailure> onFailure,
        Optional<Order> order) {
    /** Nothing said: all hosts at once. */
    public static final RolloutPolicy NONE = new RolloutPolicy(
            List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What happens when more hosts fail than may. */
    public enum OnFailure {
        /** Hosts that were not come to stay as they are. */
        STOP,
        /** The others go on. */
        PROCEED,
        /** Hosts that were changed go back to what they had. */
        ROLLBACK
    }

    /** Which container runs first when one takes the place of another. */
    public enum Order {
        STOP_FIRST,
        START_FIRST
    }

    public RolloutPolicy {
        batch = List.copyOf(batch);
        if (batch.stream().anyMatch(size -> size.amount() == 0)) {
            throw new Malformed("a batch has one host or more", "Write a number such as 2, or '50%'.");
        }
    }

    /** This policy, with the other's settings where it says nothing. */
    public RolloutPolicy over(RolloutPolicy other) {
        return new RolloutPolicy(
                batch.isEmpty() ? other.batch : batch,
                maxFail.or(other::maxFail),
                pause.or(other::pause),
                healthyWithin.or(other::healthyWithin),
                onFailure.or(other::onFailure),
                order.or(other::order));
    }
}
