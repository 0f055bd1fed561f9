package dockdsl.ssh;

import dockdsl.host.stream.BulkInput;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.channel.ChannelPipedInputStream;

/** What comes out of a channel; a lost connection is an error here, not an end. */
final class ChannelInput extends BulkInput {
    private final ClientChannel channel;
    private final ChannelPipedInputStream pipe;

    ChannelInput(ClientChannel channel) {
        this.channel = channel;
        this.pipe = (ChannelPipedInputStream) channel.getInvertedOut();
    }

    void timeout(Duration longest) {
        pipe.setTimeout(longest.toMillis());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var start = System.nanoTime();
        try {
            var count = pipe.read(bytes, offset, length);
            if (count < 0) {
                failIfLost();
            }
            return count;
        } catch (SocketException e) {
            throw hasWaitedSince(start) ? timedOut(e) : e;
        }
    }

    @Override
    public int available() throws IOException {
        return Math.max(0, pipe.available());
    }

    private void failIfLost() throws IOException {
        var ended = channel.getChannelState().contains(ClientChannelEvent.EOF);
        if (!ended && !channel.getSession().isOpen()) {
            throw new IOException("the SSH connection was lost");
        }
    }

    private boolean hasWaitedSince(long start) {
        return pipe.getTimeout() > 0
                && TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) >= pipe.getTimeout() - 1;
    }

    private SocketTimeoutException timedOut(SocketException e) {
        var timeout = new SocketTimeoutException(
                "nothing came within " + Spoken.duration(Duration.ofMillis(pipe.getTimeout())));
        timeout.initCause(e);
        return timeout;
    }
}
