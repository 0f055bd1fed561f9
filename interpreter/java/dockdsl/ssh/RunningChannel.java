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
import org.apache.sshd.common.SshConstants;

/** A command at the other end of an exec channel. */
final class RunningChannel implements Running {
    private final String host;
    private final ExecChannel channel;
    private final String words;
    private final OutputStream input;
    private final InputStream output;

    /** @param words the command, for messages */
    RunningChannel(String host, ExecChannel channel, String words) {
        this.host = host;
        this.channel = channel;
        this.words = words;
        this.input = new Unbuffered(channel.getInvertedIn());
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
        return channel.getInvertedErr();
    }

    @Override
    public OptionalInt await(Duration longest) {
        try {
            return channel.awaitEnd(longest) ? OptionalInt.of(exitCode()) : OptionalInt.empty();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
            throw new HostFailed(host, "`" + words + "` was interrupted", "", e);
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
                "the connection was lost while `" + words + "` was running",
                "Whether it came to its end is not known.");
    }

    /** See RFC 4254, section 6.9; OpenSSH passes it on to the whole process group since version 7.9. */
    @Override
    public void signal(String name) {
        try {
            var buffer = channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
            buffer.putUInt(channel.getRecipient());
            buffer.putString("signal");
            buffer.putBoolean(false);
            buffer.putString(name);
            channel.writePacket(buffer);
        } catch (IOException gone) {
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
