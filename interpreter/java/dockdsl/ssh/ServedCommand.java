package dockdsl.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.channel.ChannelSession;

/** A command that the embedded host runs for its client, as the current user and with little of our environment. */
final class ServedCommand extends StreamedCommand {
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ");

    private final String script;
    private Optional<Process> process = Optional.empty();

    ServedCommand(String script) {
        this.script = script;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        var builder = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(Path.of(System.getProperty("user.home")).toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        var started = builder.start();
        process = Optional.of(started);
        Thread.startVirtualThread(() -> pump(in, started.getOutputStream()));
        Thread.startVirtualThread(() -> finish(started));
    }

    /** The connection is gone: so is the reason to go on. */
    @Override
    public void destroy(ChannelSession channel) {
        process.ifPresent(Process::destroy);
    }

    private void finish(Process started) {
        try {
            var errors = Thread.startVirtualThread(() -> pump(started.getErrorStream(), err));
            pump(started.getInputStream(), out);
            errors.join();
            exit.onExit(started.waitFor());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            started.destroy();
        }
    }

    /** Ends quietly when one side hangs up: the exit code has the last word. */
    private static void pump(InputStream from, OutputStream to) {
        try (from;
                to) {
            var buffer = new byte[32 * 1024];
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException hungUp) {
            Thread.yield();
        }
    }
}
