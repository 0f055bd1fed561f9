package dockdsl.bootstrap;

import java.util.List;

/** What turns a host into the Docker host that the site asks for. */
public sealed interface BootstrapPlan {
    /** The host is one already. @param why what was found, so that nothing is needed */
    record Nothing(String why) implements BootstrapPlan {}

    /** At least one step to take. */
    record Steps(List<Step> steps) implements BootstrapPlan {
        public Steps {
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("a plan without steps is Nothing");
            }
            steps = List.copyOf(steps);
        }
    }

    /**
     * It cannot be done, and nothing was touched.
     *
     * @param reason what is in the way, without a full stop
     * @param remedy what the user can do about it
     */
    record Impossible(String reason, String remedy) implements BootstrapPlan {}

    /** One line for people: {@code install docker.io (Debian 12) and enable it at boot}. */
    default String summary() {
        return switch (this) {
            case Nothing nothing -> "nothing to do: " + nothing.why();
            case Steps todo -> listed(todo.steps().stream().map(Step::what).toList());
            case Impossible impossible -> "impossible: " + impossible.reason();
        };
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.getFirst() : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
