package dockdsl.run;

import dockdsl.host.Command;
import dockdsl.host.Duplex;
import dockdsl.host.HostSession;
import dockdsl.host.Running;
import dockdsl.host.Shell;
import dockdsl.host.Terminal;
import java.util.Optional;

/** A session that nothing is asked of. */
record SilentSession(String host) implements HostSession {
    @Override
    public String address() {
        return "10.0.0.1";
    }

    @Override
    public Shell shell() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duplex start(Command command) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Running launch(Command command, Optional<Terminal> terminal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duplex dialEngine() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Duplex dialTcp(String address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
