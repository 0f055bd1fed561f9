package dockdsl.docker.http;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The connections to one engine, kept for the next request.
 *
 * <p>There are few, because each may be a session of an sshd that allows only some ({@code MaxSessions}), and shells want
 * sessions too. Who wants a connection gets the first that is free, be it new or used; when sshd allows fewer than wished,
 * those that it allowed are shared.
 */
final class ConnectionPool {
    static final int MOST_CONNECTIONS = 4;
    private static final int MOST_RESTING = 2;

    private final Supplier<Duplex> dialer;
    private final Deque<Connection> resting = new ArrayDeque<>();
    private final Set<Connection> leaving = new HashSet<>();
    private int limit = MOST_CONNECTIONS;
    private int open;
    private int dialing;
    private int waiting;
    private Optional<RuntimeException> failure = Optional.empty();
    private boolean closed;

    ConnectionPool(Supplier<Duplex> dialer) {
        this.dialer = dialer;
    }

    /** A connection that nobody uses; waits for one when there are as many as may be. */
    synchronized Connection take() throws IOException {
        waiting++;
        try {
            while (resting.isEmpty()) {
                failIfHopeless();
                dialIfNeeded();
                await();
            }
            return resting.pop();
        } finally {
            waiting--;
        }
    }

    private void failIfHopeless() throws IOException {
        if (closed) {
            throw new IOException("the connection to the engine was closed");
        }
        if (failure.isPresent()) {
            RuntimeException why = failure.get();
            failure = Optional.empty();
            throw why;
        }
    }

    private void dialIfNeeded() {
        if (dialing < waiting && open + dialing < limit) {
            dialing++;
            Thread.startVirtualThread(this::dial);
        }
    }

    private void dial() {
        try {
            Duplex duplex = dialer.get();
            Connection connection = new Connection(duplex);
            dialed(connection);
            duplex.whenWanted(() -> giveWay(connection));
        } catch (RuntimeException e) {
            refused(e);
        } catch (Error e) {
            refused(new IllegalStateException(e));
        }
    }

    private synchronized void dialed(Connection connection) {
        dialing--;
        open++;
        release(connection, true);
    }

    /** Bad news only when there is no other connection to wait for. */
    private synchronized void refused(RuntimeException why) {
        dialing--;
        if (open + dialing == 0) {
            failure = Optional.of(why);
        } else {
            limit = open + dialing;
        }
        notifyAll();
    }

    private void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** A shell wants its place: at once when it rests, else after the request it is used for. */
    private synchronized void giveWay(Connection connection) {
        if (resting.remove(connection)) {
            drop(connection);
        } else {
            leaving.add(connection);
        }
    }

    /** Takes a connection back. @param reusable whether another request can be sent on it */
    synchronized void release(Connection connection, boolean reusable) {
        if (!reusable || closed || leaving.contains(connection) || resting.size() >= Math.max(waiting, MOST_RESTING)) {
            drop(connection);
        } else {
            resting.push(connection);
            notifyAll();
        }
    }

    synchronized void drop(Connection connection) {
        connection.close();
        leaving.remove(connection);
        open--;
        notifyAll();
    }

    /** Gives up the connections that rest, because one of them turned out to be dead. */
    synchronized void dropResting() {
        while (!resting.isEmpty()) {
            drop(resting.pop());
        }
    }

    synchronized void close() {
        closed = true;
        dropResting();
        notifyAll();
    }
}
