package dockdsl.inventory;

import dockdsl.lang.InventoryFile;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Inventory;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads what {@code -i} names: a file or a folder of files, each by its kind, or hosts one by one. */
public final class InventoryReader {
    private final ScriptStore store;
    private final Function<SecretOrigin, Secret> secrets;
    private final Decryption decryption;
    private final Printouts printouts;

    /** Where nothing is encrypted. */
    public InventoryReader(ScriptStore store, Function<SecretOrigin, Secret> secrets) {
        this(store, secrets, Decryption.NONE, new Printouts());
    }

    /**
     * @param secrets fetches a host's password when it is needed, which is never while a file is read
     * @param decryption for files and values that are encrypted
     * @param printouts of inventories that are programs
     */
    public InventoryReader(
            ScriptStore store, Function<SecretOrigin, Secret> secrets, Decryption decryption, Printouts printouts) {
        this.printouts = printouts;
        this.store = store;
        this.secrets = secrets;
        this.decryption = decryption;
    }

    /** One inventory, as {@link #read(List)} reads several. */
    public Inventory read(String source) {
        return read(List.of(source));
    }

    /**
     * Several inventories as one, in their order: the variables of a later one win.
     *
     * @param sources paths of files or folders, or hosts with at least one comma: {@code h1,h2} or {@code deploy@h1:2222,}
     * @throws dockdsl.problem.NothingToWorkOn when there is no such file
     * @throws dockdsl.problem.SiteRejected with all that is wrong in the files
     * @throws UsageMistake when it is neither
     */
    public Inventory read(List<String> sources) {
        if (sources.size() == 1 && isGroovyAlone(sources.getFirst())) {
            return new InventoryFile(store, secrets).read(Path.of(sources.getFirst()));
        }
        Mistakes mistakes = new Mistakes();
        Draft draft = new Draft(mistakes);
        List<VarsFolder> folders = new ArrayList<>();
        for (String source : sources) {
            if (isHostList(source)) {
                HostList.read(source, draft);
            } else {
                Path path = path(source);
                source(path, draft, mistakes);
                folders.add(VarsFolder.in(Files.isDirectory(path) ? path : path.resolveSibling(""), decryption));
            }
        }
        return InventoryBuilder.build(draft, folders, mistakes);
    }

    private static boolean isHostList(String source) {
        return source.contains(",") && !exists(source);
    }

    /** Then nothing has to be joined. */
    private boolean isGroovyAlone(String source) {
        return source.endsWith(".groovy")
                && !isHostList(source)
                && exists(source)
                && VarsFolder.in(path(source).resolveSibling(""), decryption).isEmpty();
    }

    private void source(Path path, Draft draft, Mistakes mistakes) {
        if (!Files.exists(path)) {
            throw new NothingToWorkOn(
                    "There is no inventory " + path + ".",
                    "Name a file, or hosts with a comma: -i 'web1,web2' or -i 'web1,'.");
        }
        List<Path> files = Files.isDirectory(path) ? SourceFolder.files(path) : List.of(path);
        files.forEach(file ->
                new SourceFile(file, new InventoryFile(store, secrets), decryption, printouts).read(draft, mistakes));
    }

    private static boolean exists(String source) {
        try {
            return Files.exists(Path.of(source));
        } catch (InvalidPathException notAPath) {
            return false;
        }
    }

    private static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException notAPath) {
            throw new UsageMistake("-i '" + source + "' is not a path.", "Check its spelling.", notAPath);
        }
    }
}
