package dockdsl.lockfile;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes lock files, each at once or not at all. */
public final class LockFileWriter {
    private LockFileWriter() {}

    /** @throws NothingToWorkOn when the folder can't be written to */
    public static void write(LockFile lock) {
        Path half = lock.file().resolveSibling(lock.file().getFileName() + ".new");
        try {
            Files.writeString(half, lock.text());
            Files.move(half, lock.file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    "The lock file " + lock.name() + " can't be written.", "Check the permissions of its folder.", e);
        }
    }
}
