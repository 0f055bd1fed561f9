package dockdsl.adhoc;

import dockdsl.host.EngineConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Operations;
import dockdsl.model.Host;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The engines of hosts that a crew works on by hand. */
public final class Workshops {
    private final Crew crew;
    private final EngineConnector engines;
    private final Map<HostSession, Operations> known = new ConcurrentHashMap<>();

    public Workshops(Crew crew, EngineConnector engines) {
        this.crew = crew;
        this.engines = engines;
    }

    public Crew crew() {
        return crew;
    }

    /** Whether there is a session to the host that stands, as far as is known. */
    boolean areWith(Host host) {
        return crew.isWith(host);
    }

    /** @throws dockdsl.problem.HostUnreachable when there is no way in */
    public Operations on(Host host) {
        return known.computeIfAbsent(crew.session(host), engines::operations);
    }
}
