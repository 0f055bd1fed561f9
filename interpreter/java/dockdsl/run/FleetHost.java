package dockdsl.run;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;

/** A host with an open session, and its engine. */
record FleetHost(Host host, HostSession session, Engine engine) implements AutoCloseable {
    static FleetHost of(Host host, HostSession session, EngineConnector engines) {
        return new FleetHost(host, session, engines.engine(session));
    }

    String name() {
        return host.name();
    }

    /** What went wrong on a host whose connection is gone is that, whatever was noticed first. */
    DockdslException reason(DockdslException noticed) {
        return reason(session, noticed);
    }

    /** The same for a host that is known by its session. */
    static DockdslException reason(HostSession session, DockdslException noticed) {
        return noticed instanceof HostFailed && !session.isOpen()
                ? new HostUnreachable(
                        session.host(),
                        "the connection was lost: " + noticed.getMessage(),
                        "Run again when the host can be reached; that goes on where this one stopped.",
                        noticed)
                : noticed;
    }

    @Override
    public void close() {
        engine.close();
        session.close();
    }
}
