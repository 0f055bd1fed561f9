package dockdsl.lang;

import dockdsl.model.Declared;
import dockdsl.problem.Problems;
import dockdsl.value.Hook;
import dockdsl.vocabulary.HookWords;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The words of a {@code hooks} block become {@link Hook}s. */
final class HookScope {
    private HookScope() {}

    static Scope of(Problems problems, Consumer<Map<Hook.Moment, List<Hook>>> result) {
        return new FlatScope(HookWords.BLOCK, new Collected(problems), said -> result.accept(hooks(said.declared())));
    }

    private static Map<Hook.Moment, List<Hook>> hooks(Declared declared) {
        return HookWords.of(
                declared.get(HookWords.BEFORE_SWITCH, List.of()),
                declared.get(HookWords.BEFORE_STOP, List.of()),
                declared.get(HookWords.AFTER_START, List.of()));
    }
}
