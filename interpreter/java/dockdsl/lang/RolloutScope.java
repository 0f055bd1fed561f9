package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.RolloutPolicy;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.RolloutWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.function.Consumer;

/** The words of a {@code rollout} block become a {@link RolloutPolicy}. */
final class RolloutScope implements Scope {
    private final Collected collected;
    private final Consumer<RolloutPolicy> result;

    RolloutScope(Problems problems, Consumer<RolloutPolicy> result) {
        this.collected = new Collected(problems);
        this.result = result;
    }

    @Override
    public Block block() {
        return RolloutWords.BLOCK;
    }

    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        collected.add(setting, value, said.where());
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<Scope> open(Block block, Said said, List<Said> on) {
        throw new IllegalStateException("no block opens inside of a rollout: " + block.name());
    }

    @Override
    public void close() {
        Declared declared = collected.declared();
        result.accept(new RolloutPolicy(
                declared.get(RolloutWords.BATCH, List.of()),
                declared.find(RolloutWords.MAX_FAIL),
                declared.find(RolloutWords.WAIT),
                declared.find(RolloutWords.HEALTHY_WITHIN),
                declared.find(RolloutWords.ON_FAILURE),
                declared.find(RolloutWords.ORDER)));
    }
}
