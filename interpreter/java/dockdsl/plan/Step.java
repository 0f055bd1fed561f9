package dockdsl.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * An action, and what takes it back when a later one fails.
 *
 * @param undo in this order; harmless when the action did not happen or only half
 */
public record Step(Action action, List<Action> undo) {
    public Step {
        undo = List.copyOf(undo);
    }

    public static Step of(Action action) {
        return new Step(action, List.of());
    }

    public static Step of(Action action, Action undo) {
        return new Step(action, List.of(undo));
    }

    /** The same, taken back by something more in the end. */
    Step andThenUndone(List<? extends Action> further) {
        List<Action> all = new ArrayList<>(undo);
        all.addAll(further);
        return new Step(action, all);
    }

    /** The same, taken back by others. */
    Step undoneByOthers() {
        return Step.of(action);
    }
}
