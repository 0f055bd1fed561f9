package dockdsl.host;

/** Speaks to the engine at the other end of a session. */
public interface EngineConnector {
    /** Opens nothing yet; the first call does. */
    Engine engine(HostSession session);

    /** The same engine, for those who work by hand. */
    Operations operations(HostSession session);
}
