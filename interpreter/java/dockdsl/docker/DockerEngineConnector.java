package dockdsl.docker;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostSession;

/** Speaks to Docker engines over whatever a session opens for that. */
public final class DockerEngineConnector implements EngineConnector {
    @Override
    public Engine engine(HostSession session) {
        return new DockerEngine(session);
    }
}
