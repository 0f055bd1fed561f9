package dockdsl.cli.console;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.host.Running;
import dockdsl.host.Shell;
import dockdsl.host.Terminal;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A kept session as long as one command uses it: its end closes what was opened through it, and the session stays. */
final class Lease implements HostSession {
    private final HostSession session;
    private final Set<AutoCloseable> opened = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    Lease(HostSession session) {
        this.session = session;
    }

    @Override
    public String host() {
        return session.host();
    }

    @Override
    public String address() {
        return session.address();
    }

    @Override
    public Shell shell() {
        return command -> running().shell().run(command);
    }

    @Override
    public Duplex start(Command command) {
        return noted(running().start(command));
    }

    @Override
    public Running launch(Command command, Optional<Terminal> terminal) {
        return noted(running().launch(command, terminal));
    }

    @Override
    public Duplex dialEngine() {
        return noted(running().dialEngine());
    }

    @Override
    public Duplex dialTcp(String address, int port) {
        return noted(running().dialTcp(address, port));
    }

    private HostSession running() {
        if (ended) {
            throw new HostUnreachable(host(), "the command that used the connection has ended", "Run it again.");
        }
        return session;
    }

    private <T extends AutoCloseable> T noted(T stream) {
        opened.add(stream);
        if (ended) {
            close();
        }
        return stream;
    }

    @Override
    public boolean isOpen() {
        return !ended && session.isOpen();
    }

    @Override
    public boolean answers(Duration longest) {
        return !ended && session.answers(longest);
    }

    /** Ends the session itself, for when what runs over it does not end otherwise. */
    void drop() {
        ended = true;
        session.close();
    }

    @Override
    public void close() {
        ended = true;
        for (AutoCloseable stream : opened) {
            try {
                stream.close();
            } catch (Exception closedAlready) {
                // There is nothing left of it to end.
            }
        }
        opened.clear();
    }
}
