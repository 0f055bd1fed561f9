package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.problem.Problems;
import java.nio.file.Path;

/** Reads an inventory that is written in the language. */
public final class InventoryFile {
    private final ScriptStore store;

    public InventoryFile(ScriptStore store) {
        this.store = store;
    }

    /**
     * @throws dockdsl.problem.NothingToWorkOn when there is no such file
     * @throws dockdsl.problem.SiteRejected with all that is wrong
     */
    public Inventory read(Path file) {
        SourceText source = SourceText.read(file);
        Problems problems = new Problems();
        InventoryDraft draft = new InventoryDraft(problems);
        new ScriptRunner(store, problems).run(source, GroupScope.outermost(draft, problems));
        Inventory inventory = draft.build();
        problems.throwIfAny();
        return inventory;
    }
}
