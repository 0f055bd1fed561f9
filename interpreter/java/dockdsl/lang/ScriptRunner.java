package dockdsl.lang;

import dockdsl.problem.Problems;
import dockdsl.vocabulary.Block;
import java.util.Optional;

/** Gets a file from its text to its end: kept from an earlier run or compiled, and then run. */
final class ScriptRunner {
    private final ScriptStore store;
    private final Problems problems;

    ScriptRunner(ScriptStore store, Problems problems) {
        this.store = store;
        this.problems = problems;
    }

    /** Runs the file, whose words the root scope hears. */
    void run(SourceText source, Scope root) {
        Optional<Compiled> compiled = compiled(source, root.block());
        compiled.ifPresentOrElse(classes -> run(classes, source, root), () -> root.miss(""));
    }

    private Optional<Compiled> compiled(SourceText source, Block root) {
        Optional<Compiled> kept = store.find(source.text(), root.name());
        if (kept.isPresent()) {
            return kept;
        }
        Problems found = new Problems();
        Optional<Compiled> compiled = new ScriptCompiler(source, root, found).compile();
        if (found.isEmpty()) {
            compiled.ifPresent(classes -> store.keep(source.text(), root.name(), classes));
        }
        problems.addAll(found.list());
        return compiled;
    }

    private void run(Compiled compiled, SourceText source, Scope root) {
        Evaluation evaluation = new Evaluation(source, problems, root);
        evaluation.guard(() -> compiled.script().evaluate(evaluation));
    }
}
