package dockdsl.plan;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the changes of one container come over its hosts.
 *
 * @param container its name in the site; empty for changes that belong to no container
 * @param wave rollouts of a lower wave come first; those of one wave go on at the same time
 * @param batches one after the other
 * @param tolerance how many hosts may fail before the rest is left as it is
 * @param pause the time between two batches
 * @param keep until when what was replaced is kept
 */
public record Rollout(
        String container, int wave, List<Batch> batches, int tolerance, Duration pause, Keep keep, boolean essential) {
    public Rollout {
        batches = List.copyOf(batches);
    }

    /** How long what makes room is kept, so that it can come back. */
    public enum Keep {
        /** Until the change of which it is a part has succeeded. */
        CHANGE,
        /** Until the whole rollout has. */
        ROLLOUT,
        /** Until all of the run has. */
        RUN
    }

    /** What goes on at the same time. */
    public record Batch(List<Turn> turns) {
        public Batch {
            turns = List.copyOf(turns);
        }

        public List<String> hosts() {
            return turns.stream().map(Turn::host).distinct().toList();
        }
    }

    /** Changes of one host, one after the other; when one fails, those behind it are left out. */
    public record Turn(String host, List<Change> changes) {
        public Turn {
            changes = List.copyOf(changes);
        }
    }

    public Stream<Change> changes() {
        return batches.stream().flatMap(batch -> batch.turns().stream()).flatMap(turn -> turn.changes().stream());
    }

    /** The names of containers that must not have failed. */
    public Set<String> needs() {
        return changes().flatMap(change -> change.needs().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether changes of the one are taken back when changes of the other fail, or the other way round. */
    boolean isBoundWith(Rollout other) {
        return isBoundTo(other) || other.isBoundTo(this);
    }

    private boolean isBoundTo(Rollout other) {
        return changes()
                .filter(change -> !change.boundTo().isEmpty())
                .anyMatch(change -> other.changes()
                        .anyMatch(later -> later.host().equals(change.host())
                                && change.boundTo().contains(later.resource().name())));
    }

    Rollout kept(Keep other) {
        return new Rollout(container, wave, batches, tolerance, pause, other, essential);
    }

    /** Whether not all hosts are changed at once and for good. */
    public boolean isCareful() {
        return batches.size() > 1 || keep != Keep.CHANGE;
    }
}
