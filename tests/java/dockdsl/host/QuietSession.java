package dockdsl.host;

import java.util.Optional;

/** A session that nothing is asked of, but for what an implementation says. */
public interface QuietSession extends HostSession {
    @Override
    default String address() {
        return "10.0.0.1";
    }

    @Override
    default Shell shell() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Duplex start(Command command) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Running launch(Command command, Optional<Terminal> terminal) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Duplex dialEngine() {
        throw new UnsupportedOperationException();
    }

    @Override
    default Duplex dialTcp(String address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    default boolean isOpen() {
        return true;
    }

    @Override
    default void close() {}
}
