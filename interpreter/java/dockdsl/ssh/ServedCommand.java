package dockdsl.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;

/** A command that the embedded host runs for its client, as the current user and with little of our environment. */
final class ServedCommand implements Command {
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "TZ");

    private final String script;
    private InputStream in = InputStream.nullInputStream();
    private OutputStream out = OutputStream.nullOutputStream();
    private OutputStream err = OutputStream.nullOutputStream();
    private ExitCallback exit = (code, message, immediately) -> {};
    private Optional<Process> process = Optional.empty();

    ServedCommand(String script) {
        this.script = script;
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
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
