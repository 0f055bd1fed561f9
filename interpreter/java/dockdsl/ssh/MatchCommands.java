package dockdsl.ssh;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs the commands of {@code Match exec}, each once, with the user's rights, as OpenSSH does. */
final class MatchCommands {
    private static final long PATIENCE_SECONDS = 10;

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** Whether the command ends with 0 in time. */
    boolean succeeds(String command) {
        return known.computeIfAbsent(command, MatchCommands::run);
    }

    private static boolean run(String command) {
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", "exec </dev/null >/dev/null 2>&1; " + command).start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
