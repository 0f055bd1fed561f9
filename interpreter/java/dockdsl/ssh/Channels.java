package dockdsl.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
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
    private static final Duration TO_FORGET = Duration.ofSeconds(2);

    /** It counts such a command a little longer than we do, so the end of one is no promise. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ClientSession session;
    private final Crowd crowd = new Crowd();

    Channels(ClientSession session) {
        this.session = session;
    }

    <C extends AbstractClientChannel> C open(C channel) throws IOException {
        return open(channel, TO_OPEN);
    }

    /**
     * @throws SshChannelOpenException when the host refuses
     * @throws SocketTimeoutException when it does not answer in time
     */
    <C extends AbstractClientChannel> C open(C channel, Duration within) throws IOException {
        register(channel);
        try {
            var opening = channel.open();
            if (!opening.await(within)) {
                channel.close(true);
                throw silence(within);
            }
            opening.verify(within);
            return channel;
        } catch (SshException e) {
            channel.close(true);
            throw e.getCause() instanceof SshChannelOpenException refused ? refused : e;
        }
    }

    private static SocketTimeoutException silence(Duration within) {
        var seconds = Math.ceilDiv(within.toMillis(), 1000);
        return new SocketTimeoutException("the host has not answered for " + seconds + " s");
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
        var pause = SHORTEST_PAUSE;
        Optional<SshChannelOpenException> before = Optional.empty();
        while (true) {
            var ends = crowd.ends();
            var channel = command.get();
            try {
                open(channel, deadline.left());
                crowd.add(channel);
                return channel;
            } catch (SshChannelOpenException refused) {
                before = Optional.of(refused);
                patience = crowd.moves() ? Deadline.in(TO_FORGET) : patience;
                if (patience.isOver() || deadline.isOver()) {
                    throw noPlace(refused);
                }
                if (channel.stay() != ExecChannel.Stay.UNTIL_WANTED) {
                    crowd.makeRoom();
                }
            } catch (IOException unanswered) {
                throw before.isPresent() && deadline.isOver() ? noPlace(before.get()) : unanswered;
            }
            crowd.awaitMoreEndsThan(ends, pause);
            pause = doubled(pause);
        }
    }

    private IOException noPlace(SshChannelOpenException refused) {
        var running = crowd.size();
        return running == 0
                ? new IOException("the host runs no commands over SSH: " + refused.getMessage(), refused)
                : new TooFewSessions(running);
    }

    private static Duration doubled(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }
}
