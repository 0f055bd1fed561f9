package dockdsl.inventory;

import dockdsl.problem.RunInterrupted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What programs have printed, for those who read the same inventory time and again: a program that stays as it is runs once with the
 * same arguments. Safe for many threads.
 */
public final class Printouts {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Run, String> kept = new HashMap<>();

    /** A program as it was at a time. */
    private record Run(Path program, FileTime changed, long size, List<String> arguments) {}

    /**
     * Two who ask at once wait for one run.
     *
     * @param running empty when something was wrong, which is not kept
     */
    Optional<String> of(Path program, List<String> arguments, Supplier<Optional<String>> running) {
        begin();
        try {
            Run run = new Run(
                    program.toAbsolutePath(),
                    Files.getLastModifiedTime(program),
                    Files.size(program),
                    List.copyOf(arguments));
            Optional<String> known = Optional.ofNullable(kept.get(run));
            Optional<String> printed = known.isPresent() ? known : running.get();
            printed.ifPresent(text -> kept.put(run, text));
            return printed;
        } catch (IOException gone) {
            return running.get();
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterrupted("Interrupted.", "", e);
        }
    }

    /** All of them run again when they are asked for. */
    public void forget() {
        begin();
        try {
            kept.clear();
        } finally {
            lock.unlock();
        }
    }
}
