package dockdsl.lang;

import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.function.Consumer;

/**
 * A block of settings, inside of which no other block opens.
 *
 * @param collected what was said already, and what the block says
 * @param whole what becomes of it when the block is read to its end
 */
record FlatScope(Block block, Collected collected, Consumer<Collected> whole) implements Scope {
    @Override
    public <T> void hear(Setting<T> setting, T value, Said said) {
        collected.add(setting, value, said.where());
    }

    @Override
    public void miss(String word) {
        collected.miss(word);
    }

    @Override
    public List<Scope> open(Block inner, Said said, List<Said> on) {
        throw new IllegalStateException("no block opens inside of " + block.name() + ": " + inner.name());
    }

    @Override
    public void close() {
        whole.accept(collected);
    }
}
