package dockdsl.bootstrap;

import dockdsl.value.EngineVersion;
import java.util.List;
import java.util.Optional;

/** What a distribution's recipe answers when asked for an engine. */
sealed interface Offer {
    /**
     * @param engine the version it will bring, where that is known beforehand
     */
    record Installation(List<Step> steps, Optional<EngineVersion> engine) implements Offer {
        public Installation {
            steps = List.copyOf(steps);
        }
    }

    /** It has none. */
    record Refusal(BootstrapPlan.Impossible why) implements Offer {}

    static Offer refusal(String reason, String remedy) {
        return new Refusal(new BootstrapPlan.Impossible(reason, remedy));
    }
}
