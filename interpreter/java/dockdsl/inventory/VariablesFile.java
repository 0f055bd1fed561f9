package dockdsl.inventory;

import dockdsl.problem.NothingToWorkOn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A file of variables by itself, as {@code --var @production.yml} names one: YAML or JSON, names with values. */
public final class VariablesFile {
    private VariablesFile() {}

    /**
     * @throws NothingToWorkOn when there is no such file
     * @throws dockdsl.problem.SiteRejected with all that is wrong
     */
    public static Map<String, Object> read(Path file, Decryption decryption) {
        if (!Files.isRegularFile(file)) {
            throw new NothingToWorkOn(
                    "There is no file " + file + ".", "`--var @FILE` reads variables from a YAML or JSON file.");
        }
        Mistakes mistakes = new Mistakes();
        Map<String, Object> plain = new LinkedHashMap<>();
        VarsFolder.read(file, decryption, mistakes).forEach((name, value) -> plain.put(name, value.plain()));
        mistakes.throwIfAny();
        return plain;
    }
}
