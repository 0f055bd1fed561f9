package dockdsl.docker.http;

import dockdsl.host.Duplex;
import dockdsl.problem.HostFailed;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The connections to one engine, kept for the next request.
 *
 * <p>There are few, because each may be a session of an sshd that allows only some ({@code MaxSessions}); when it allows even
 * fewer, those that were allowed are shared.
 */
final class ConnectionPool {
    static final int MOST_CONNECTIONS = 4;

    private final Supplier<Duplex> dialer;
    private final Deque<Connection> resting = new ArrayDeque<>();
    private int limit = MOST_CONNECTIONS;
    private int open;
    private boolean closed;

    ConnectionPool(Supplier<Duplex> dialer) {
        this.dialer = dialer;
    }

    /** A connection that nobody uses; waits for one when there are as many as may be. */
    Connection take() throws IOException {
        while (true) {
            Connection rested = restedOrAllowance();
            if (rested != null) {
                return rested;
            }
            try {
                return new Connection(dialer.get());
            } catch (HostFailed e) {
                if (!livesOnFewer()) {
                    throw e;
                }
            } catch (RuntimeException | Error e) {
                leave();
                throw e;
            }
        }
    }

    private synchronized Connection restedOrAllowance() throws IOException {
        while (!closed) {
            if (!resting.isEmpty()) {
                return resting.pop();
            }
            if (open < limit) {
                open++;
                return null;
            }
            await();
        }
        throw new IOException("the connection to the engine was closed");
    }

    private void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private synchronized boolean livesOnFewer() {
        leave();
        limit = Math.max(1, Math.min(limit, open));
        return open > 0;
    }

    /** Takes a connection back. @param reusable whether another request can be sent on it */
    synchronized void release(Connection connection, boolean reusable) {
        if (reusable && !closed) {
            resting.push(connection);
            notifyAll();
        } else {
            drop(connection);
        }
    }

    void drop(Connection connection) {
        connection.close();
        leave();
    }

    private synchronized void leave() {
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
