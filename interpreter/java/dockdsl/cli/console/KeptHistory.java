package dockdsl.cli.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;

/** The lines of this console and of those before it, without those that may not be kept. */
final class KeptHistory extends DefaultHistory {
    private final Predicate<String> mayBeKept;

    KeptHistory(Predicate<String> mayBeKept) {
        this.mayBeKept = mayBeKept;
    }

    @Override
    public void add(Instant time, String line) {
        if (mayBeKept.test(line)) {
            super.add(time, line);
        }
    }

    /** {@code $XDG_STATE_HOME/dockdsl/history}, else below {@code ~/.local/state}. */
    static Path file(Path home, Map<String, String> environment) {
        String state = environment.getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isBlank() ? home.resolve(".local/state") : Path.of(state);
        return base.resolve("dockdsl").resolve("history");
    }

    /** Makes a file that nobody else may read. @return whether there is one now */
    static boolean make(Path file) {
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return true;
        } catch (IOException | UnsupportedOperationException unwritable) {
            return false;
        }
    }
}
