package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Declaration;
import dockdsl.vocabulary.Setting;
import java.util.List;
import java.util.function.Consumer;

/** The words in the block of a network or volume, on top of those that stand behind its name. */
final class NamedScope implements Scope {
    private final Block block;
    private final Collected collected;
    private final Consumer<Declared> result;

    NamedScope(Block block, Declaration declaration, SourceRef where, Problems problems, Consumer<Declared> result) {
        this.block = block;
        this.collected = new Collected(problems);
        this.result = result;
        collect(declaration, where, collected);
    }

    /** What stands behind a name. */
    static Declared settings(Declaration declaration, SourceRef where, Problems problems) {
        Collected collected = new Collected(problems);
        collect(declaration, where, collected);
        return collected.declared();
    }

    private static void collect(Declaration declaration, SourceRef where, Collected collected) {
        declaration.said().forEach((setting, value) -> add(setting, value, where, collected));
    }

    @SuppressWarnings("unchecked") // a declaration has values of its settings' own kinds
    private static <T> void add(Setting<T> setting, Object value, SourceRef where, Collected collected) {
        collected.add(setting, (T) value, where);
    }

    @Override
    public Block block() {
        return block;
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
    public List<Scope> open(Block inner, Said said, List<Said> on) {
        throw new IllegalStateException("no block opens inside of " + block.name() + ": " + inner.name());
    }

    @Override
    public void close() {
        result.accept(collected.declared());
    }
}
