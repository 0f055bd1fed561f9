package dockdsl.run;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;

/** A host with an open session, and its engine. */
record FleetHost(Host host, HostSession session, Engine engine) implements AutoCloseable {
    static FleetHost of(Host host, HostSession session, EngineConnector engines) {
        return new FleetHost(host, session, engines.engine(session));
    }

    String name() {
        return host.name();
    }

    @Override
    public void close() {
        engine.close();
        session.close();
    }
}
