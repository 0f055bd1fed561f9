package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.Hook;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.HookWords;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The words of a {@code hooks} block become {@link Hook}s. */
final class HookScope implements Scope {
    private final Collected collected;
    private final Consumer<Map<Hook.Moment, List<Hook>>> result;

    HookScope(Problems problems, Consumer<Map<Hook.Moment, List<Hook>>> result) {
        this.collected = new Collected(problems);
        this.result = result;
    }

    @Override
    public Block block() {
        return HookWords.BLOCK;
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
        throw new IllegalStateException("no block opens inside of hooks: " + block.name());
    }

    @Override
    public void close() {
        Declared declared = collected.declared();
        result.accept(HookWords.of(
                declared.get(HookWords.BEFORE_SWITCH, List.of()),
                declared.get(HookWords.BEFORE_STOP, List.of()),
                declared.get(HookWords.AFTER_START, List.of())));
    }
}
