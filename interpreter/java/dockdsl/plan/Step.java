package dockdsl.plan;

import java.util.Optional;

/**
 * An action, and what takes it back when a later one fails.
 *
 * @param undo harmless when the action did not happen or only half
 */
public record Step(Action action, Optional<Action> undo) {
    public static Step of(Action action) {
        return new Step(action, Optional.empty());
    }

    public static Step of(Action action, Action undo) {
        return new Step(action, Optional.of(undo));
    }
}
