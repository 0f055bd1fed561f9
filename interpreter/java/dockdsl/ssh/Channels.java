package dockdsl.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;

/** Opens channels of one connection; commands queue up where sshd's MaxSessions does not let all of them run at once. */
final class Channels {
    private static final Duration TO_OPEN = Duration.ofSeconds(30);

    /** How long sshd may count a command that has ended. */
    private static final Duration TO_FORGET = Duration.ofSeconds(1);

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final ClientSession session;
    private int commands;

    Channels(ClientSession session) {
        this.session = session;
    }

    <C extends AbstractClientChannel> C open(C channel) throws IOException {
        return open(channel, TO_OPEN);
    }

    /** @throws SshChannelOpenException when the host refuses */
    <C extends AbstractClientChannel> C open(C channel, Duration within) throws IOException {
        register(channel);
        try {
            channel.open().verify(within);
            return channel;
        } catch (SshException e) {
            channel.close(true);
            throw e.getCause() instanceof SshChannelOpenException refused ? refused : e;
        }
    }

    private void register(AbstractClientChannel channel) throws IOException {
        try {
            session.getService(ConnectionService.class).registerChannel(channel);
        } catch (IllegalStateException closed) {
            throw new IOException("the SSH connection was lost", closed);
        }
    }

    /** Waits for another command to end when the host lets no more of them run. */
    ExecChannel openCommand(Supplier<ExecChannel> command, Duration within) throws IOException {
        var deadline = Deadline.in(within);
        var patience = Deadline.in(TO_FORGET);
        while (true) {
            try {
                return counted(open(command.get(), deadline.left()));
            } catch (SshChannelOpenException refused) {
                if (awaitEndOfAnother(deadline)) {
                    patience = Deadline.in(TO_FORGET);
                } else if (patience.isOver()) {
                    throw new IOException("the host runs no commands over SSH: " + refused.getMessage(), refused);
                }
            }
        }
    }

    private synchronized ExecChannel counted(ExecChannel channel) {
        commands++;
        channel.addCloseFutureListener(closed -> ended());
        return channel;
    }

    private synchronized void ended() {
        commands--;
        notifyAll();
    }

    /** @return whether there was one; if not, only a moment has passed */
    private synchronized boolean awaitEndOfAnother(Deadline deadline) throws IOException {
        var running = commands;
        try {
            if (running == 0) {
                wait(MOMENT.toMillis());
                return false;
            }
            while (commands >= running && !deadline.isOver()) {
                wait(deadline.left().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (commands >= running) {
            throw new IOException(
                    "the host lets only " + running + " commands run at once (MaxSessions in its sshd_config)");
        }
        return true;
    }
}
