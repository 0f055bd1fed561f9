package dockdsl.ssh;

import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A command at the other end of an exec channel. */
final class RunningChannel implements Running {
    private final String host;
    private final ExecChannel channel;
    private final String words;
    private final Consumer<String> signals;
    private final OutputStream input;
    private final InputStream output;
    private final InputStream errors;

    /**
     * @param errors what it writes to standard error
     * @param words what messages call the command
     * @param signals sends signals to it
     */
    RunningChannel(String host, ExecChannel channel, InputStream errors, String words, Consumer<String> signals) {
        this.signals = signals;
        this.host = host;
        this.channel = channel;
        this.words = words;
        this.input = new Unbuffered(channel.getInvertedIn());
        this.errors = errors;
        this.output = new ChannelInput(channel);
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public InputStream errors() {
        return errors;
    }

    @Override
    public OptionalInt await(Duration longest) {
        try {
            return channel.awaitEnd(longest) ? OptionalInt.of(exitCode()) : OptionalInt.empty();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(host, words + " was interrupted", "", e);
        } catch (IOException e) {
            throw lost();
        }
    }

    private int exitCode() {
        return channel.exitCode().orElseThrow(this::lost);
    }

    private HostFailed lost() {
        return new HostFailed(
                host,
                "the connection was lost while " + words + " was running",
                "Whether it came to its end is not known.");
    }

    @Override
    public void signal(String name) {
        try {
            signals.accept(name);
        } catch (HostFailed gone) {
            // With the connection the command is out of reach; whoever awaits it is told so.
        }
    }

    @Override
    public void resize(Terminal size) {
        try {
            channel.sendWindowChange(size.columns(), size.rows());
        } catch (IOException gone) {
            // As above.
        }
    }

    @Override
    public void close() {
        channel.close(false);
    }
}
