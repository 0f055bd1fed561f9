package dockdsl.adhoc;

import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sessions to hosts: opened when they are needed, kept, and opened again when they were lost. */
public final class Crew implements AutoCloseable {
    private final HostConnector connector;
    private final Map<String, HostSession> sessions = new ConcurrentHashMap<>();

    public Crew(HostConnector connector) {
        this.connector = connector;
    }

    /** What it connects with. */
    public HostConnector connector() {
        return connector;
    }

    /** @throws dockdsl.problem.HostUnreachable when there is no way in */
    public HostSession session(Host host) {
        HostSession known = sessions.get(host.name());
        if (known != null && known.isOpen()) {
            return known;
        }
        HostSession fresh = connector.connect(host);
        HostSession lost = sessions.put(host.name(), fresh);
        if (lost != null) {
            lost.close();
        }
        return fresh;
    }

    /** Whether there is a session to the host that stands, as far as is known. */
    boolean isWith(Host host) {
        HostSession known = sessions.get(host.name());
        return known != null && known.isOpen();
    }

    @Override
    public void close() {
        sessions.values().forEach(HostSession::close);
        sessions.clear();
    }
}
