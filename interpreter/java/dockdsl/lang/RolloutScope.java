package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.RolloutPolicy;
import dockdsl.vocabulary.RolloutWords;
import java.util.List;
import java.util.function.Consumer;

/** The words of a {@code rollout} block become a {@link RolloutPolicy}. */
final class RolloutScope {
    private RolloutScope() {}

    static Scope of(Problems problems, Consumer<RolloutPolicy> result) {
        return new FlatScope(
                RolloutWords.BLOCK, new Collected(problems), said -> result.accept(policy(said.declared())));
    }

    private static RolloutPolicy policy(Declared declared) {
        return new RolloutPolicy(
                declared.get(RolloutWords.BATCH, List.of()),
                declared.find(RolloutWords.MAX_FAIL),
                declared.find(RolloutWords.WAIT),
                declared.find(RolloutWords.HEALTHY_WITHIN),
                declared.find(RolloutWords.ON_FAILURE),
                declared.find(RolloutWords.ORDER));
    }
}
