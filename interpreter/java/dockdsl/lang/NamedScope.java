package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.vocabulary.Block;
import dockdsl.vocabulary.Declaration;
import dockdsl.vocabulary.Setting;
import java.util.function.Consumer;

/** The words in the block of a network or volume, on top of those that stand behind its name. */
final class NamedScope {
    private NamedScope() {}

    static Scope of(
            Block block, Declaration declaration, SourceRef where, Problems problems, Consumer<Declared> result) {
        return new FlatScope(block, behindName(declaration, where, problems), said -> result.accept(said.declared()));
    }

    /** What stands behind a name. */
    static Declared settings(Declaration declaration, SourceRef where, Problems problems) {
        return behindName(declaration, where, problems).declared();
    }

    private static Collected behindName(Declaration declaration, SourceRef where, Problems problems) {
        Collected collected = new Collected(problems);
        declaration.said().forEach((setting, value) -> add(setting, value, where, collected));
        return collected;
    }

    @SuppressWarnings("unchecked") // a declaration has values of its settings' own kinds
    private static <T> void add(Setting<T> setting, Object value, SourceRef where, Collected collected) {
        collected.add(setting, (T) value, where);
    }
}
