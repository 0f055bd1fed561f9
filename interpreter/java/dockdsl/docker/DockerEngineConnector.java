package dockdsl.docker;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Operations;

/** Speaks to Docker engines over whatever a session opens for that. */
public final class DockerEngineConnector implements EngineConnector {
    private static final String SAMPLE = "{\"Id\":\"\",\"State\":{\"Running\":true,\"Pid\":1},\"Mounts\":[null,1.5]}";

    /** Loads what reads the first answer on a thread of its own, while the hosts are still being connected to. */
    public DockerEngineConnector() {
        Thread.startVirtualThread(() -> JsonReader.object(SAMPLE));
    }

    @Override
    public Engine engine(HostSession session) {
        return new DockerEngine(session);
    }

    @Override
    public Operations operations(HostSession session) {
        return new DockerOperations(session);
    }
}
