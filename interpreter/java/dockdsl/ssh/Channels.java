package dockdsl.ssh;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;

/** Opens channels of one session. */
record Channels(ClientSession session) {
    private static final Duration TO_OPEN = Duration.ofSeconds(30);

    /** @throws SshChannelOpenException when the host refuses */
    <C extends AbstractClientChannel> C open(C channel) throws IOException {
        return open(channel, TO_OPEN);
    }

    /** @throws SshChannelOpenException when the host refuses */
    <C extends AbstractClientChannel> C open(C channel, Duration within) throws IOException {
        session.getService(ConnectionService.class).registerChannel(channel);
        try {
            channel.open().verify(within);
            return channel;
        } catch (SshException e) {
            channel.close(true);
            throw e.getCause() instanceof SshChannelOpenException refused ? refused : e;
        }
    }
}
