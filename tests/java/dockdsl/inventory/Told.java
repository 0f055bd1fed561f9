package dockdsl.inventory;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dockdsl.lang.ScriptStore;
import dockdsl.model.Inventory;
import dockdsl.problem.SiteRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Inventories written to a folder and read from there. */
record Told(Path folder) {
    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Path program(String name, String script) throws IOException {
        Path file = write(name, "#!/bin/sh\n" + script);
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("can't make " + file + " executable");
        }
        return file;
    }

    Inventory read(String name, String text) throws IOException {
        return joined(write(name, text).toString());
    }

    Inventory read(String source) {
        return joined(source);
    }

    Inventory joined(String... sources) {
        return new InventoryReader(new ScriptStore(folder.resolve("store"), "test"), origin -> null)
                .read(List.of(sources));
    }

    InventoryReader reader(Printouts printouts) {
        return new InventoryReader(
                new ScriptStore(folder.resolve("store"), "test"), origin -> null, Decryption.NONE, printouts);
    }

    /** The problems, each as {@code line:column what remedy}. */
    List<String> problems(String name, String text) throws IOException {
        return problems(write(name, text).toString());
    }

    List<String> problems(String source) {
        SiteRejected rejected = catchThrowableOfType(SiteRejected.class, () -> read(source));
        return rejected == null
                ? List.of()
                : rejected.problems().stream()
                        .map(problem -> "%d:%d %s. %s"
                                .formatted(
                                        problem.where().line(),
                                        problem.where().column(),
                                        problem.what(),
                                        problem.remedy()))
                        .toList();
    }
}
