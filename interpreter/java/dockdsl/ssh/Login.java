package dockdsl.ssh;

import dockdsl.problem.HostUnreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.sshd.client.session.ClientSession;

/** Gets one attempt to its end: resolve, connect, check the host's key, log in. */
final class Login {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(800);

    private final Client client;
    private final Attempt attempt;
    private final Destination to;
    private final Deadline deadline;

    Login(Client client, Attempt attempt) {
        this.client = client;
        this.attempt = attempt;
        this.to = attempt.destination();
        this.deadline = Deadline.in(to.timeout());
    }

    /** @throws HostUnreachable saying why and what to do */
    ClientSession perform() {
        return perform(this::connect);
    }

    /**
     * As {@link #perform()}, but from another host.
     *
     * @throws HostUnreachable saying why and what to do
     */
    ClientSession performFrom(ClientSession bastion) {
        return perform(() -> connectFrom(bastion));
    }

    /**
     * As {@link #perform()}, but over the input and output of a program.
     *
     * @throws HostUnreachable saying why and what to do
     */
    ClientSession performThrough(String proxyCommand) {
        return perform(() -> connectThrough(proxyCommand));
    }

    /** An sshd that has many logins under way hangs up on new ones at random (MaxStartups): that is worth another try. */
    private ClientSession perform(Supplier<ClientSession> connecting) {
        for (var pause = SHORTEST_PAUSE; ; pause = longer(pause)) {
            try {
                return perform(connecting.get(), isLast(pause));
            } catch (HungUp e) {
                if (isLast(pause)) {
                    throw new NoEntry(attempt, deadline).beforeAWord(e.getCause());
                }
                rest(pause);
            }
        }
    }

    /** @throws HungUp when it may go better another time */
    private ClientSession perform(ClientSession session, boolean last) {
        try {
            session.auth().verify(deadline.left());
            return session;
        } catch (IOException e) {
            session.close(true);
            if (session.getServerVersion() == null && !last && !deadline.isOver()) {
                throw new HungUp(e);
            }
            throw new NoEntry(attempt, deadline).afterConnecting(e, session);
        }
    }

    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    private boolean isLast(Duration pause) {
        return deadline.left().compareTo(pause.multipliedBy(2)) < 0;
    }

    /** The other side took the connection and let it go before it said anything. */
    private static final class HungUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private HungUp(IOException cause) {
            super(cause);
        }

        @Override
        public synchronized IOException getCause() {
            return (IOException) super.getCause();
        }
    }

    /** Not all at the same time again. */
    private void rest(Duration pause) {
        try {
            Thread.sleep(pause.plus(Duration.ofNanos(ThreadLocalRandom.current().nextLong(pause.toNanos()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HostUnreachable(to.host(), "connecting was interrupted", "", e);
        }
    }

    private ClientSession connect() {
        var addresses = addresses();
        for (var i = 0; i < addresses.size() - 1; i++) {
            try {
                return connect(addresses.get(i), addresses.size() - i);
            } catch (IOException nextOneThen) {
                continue;
            }
        }
        try {
            return connect(addresses.getLast(), 1);
        } catch (IOException e) {
            if (NoEntry.isAfterConnecting(e)) {
                throw new HungUp(e);
            }
            throw new NoEntry(attempt, deadline).whenConnecting(e, addresses.getLast());
        }
    }

    private ClientSession connect(InetAddress address, int addressesLeft) throws IOException {
        var connecting = client.connect(attempt, new InetSocketAddress(address, to.port()));
        try {
            return connecting.verify(deadline.left().dividedBy(addressesLeft)).getClientSession();
        } catch (IOException e) {
            connecting.cancel();
            throw e;
        }
    }

    private ClientSession connectFrom(ClientSession bastion) {
        try {
            var channel = new Channels(bastion).open(new TcpChannel(to.address(), to.port()), deadline.left());
            return client.connect(attempt, new ChannelDuplex(channel), Thread.ofVirtual());
        } catch (IOException e) {
            throw new NoEntry(attempt, deadline).whenJumping(e);
        }
    }

    private ClientSession connectThrough(String proxyCommand) {
        try {
            return client.connect(attempt, ProxyProcess.start(proxyCommand), ProxyProcess.threads());
        } catch (IOException e) {
            throw new NoEntry(attempt, deadline).whenStarting(proxyCommand, e);
        }
    }

    private List<InetAddress> addresses() {
        try {
            return Names.resolve(to.address(), deadline);
        } catch (UnknownHostException e) {
            throw new HostUnreachable(
                    to.host(),
                    "the name " + to.address() + " has no address",
                    "Give the host an address in the inventory (`address:`), or HostName in ~/.ssh/config.",
                    e);
        } catch (TimeoutException e) {
            throw new HostUnreachable(
                    to.host(),
                    "the name server did not tell the address of " + to.address() + " within " + seconds(),
                    "Check the network of this machine, or give the host an IP address in the inventory.",
                    e);
        }
    }

    private String seconds() {
        return Spoken.duration(to.timeout());
    }
}
