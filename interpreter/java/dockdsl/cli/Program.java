package dockdsl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The program that was started to get here. */
final class Program {
    private Program() {}

    /** The absolute path of the launcher; empty when it was Java itself. */
    static Optional<Path> path() {
        String self = System.getProperty("dockdsl.program", "");
        Path besideJar =
                Path.of(System.getProperty("java.class.path")).toAbsolutePath().resolveSibling("../bin/dockdsl");
        Path path = self.isEmpty() ? besideJar : Path.of(self);
        return Optional.of(path.toAbsolutePath().normalize()).filter(Files::isExecutable);
    }
}
