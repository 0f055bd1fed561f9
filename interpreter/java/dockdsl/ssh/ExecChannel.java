package dockdsl.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.sshd.client.channel.ChannelExec;

/** A channel to a command on the host. */
final class ExecChannel extends ChannelExec {
    ExecChannel(String command) {
        super(command, null, Map.of());
    }

    /**
     * Waits until the command has ended and all of its output has come.
     *
     * @return false when it takes longer
     * @throws java.io.InterruptedIOException when the thread is interrupted
     */
    boolean awaitEnd(Duration longest) throws IOException {
        return closeFuture.await(longest.toMillis());
    }

    /** The command's closed output ends what is read here, although it may still run. */
    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        out.close();
    }
}
