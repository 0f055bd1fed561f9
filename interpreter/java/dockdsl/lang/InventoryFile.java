package dockdsl.lang;

import dockdsl.model.Inventory;
import dockdsl.problem.Problems;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.nio.file.Path;
import java.util.function.Function;

/** Reads an inventory that is written in the language. */
public final class InventoryFile {
    private final ScriptStore store;
    private final Function<SecretOrigin, Secret> secrets;

    /** @param secrets fetches a host's password when it is needed, which is never while a file is read */
    public InventoryFile(ScriptStore store, Function<SecretOrigin, Secret> secrets) {
        this.store = store;
        this.secrets = secrets;
    }

    /**
     * @throws dockdsl.problem.NothingToWorkOn when there is no such file
     * @throws dockdsl.problem.SiteRejected with all that is wrong
     */
    public Inventory read(Path file) {
        SourceText source = SourceText.read(file);
        Problems problems = new Problems();
        NamedSecrets named = new NamedSecrets(secrets);
        InventoryDraft draft = new InventoryDraft(named, problems);
        new ScriptRunner(store, problems).run(source, GroupScope.outermost(draft, named, problems));
        Inventory inventory = draft.build();
        named.check(problems);
        problems.throwIfAny();
        return inventory;
    }
}
