package dockdsl.host;

import dockdsl.model.Host;
import java.util.List;

/** Opens sessions to hosts; one per run, safe for many threads at once. */
public interface HostConnector extends AutoCloseable {
    /**
     * Connects and logs in within the host's connect time-out.
     *
     * @throws dockdsl.problem.HostUnreachable saying where the host is declared, when there is no way in: refused, timed out,
     *     unknown or changed host key, no accepted key
     */
    HostSession connect(Host host);

    /** Where a session to the host would end, as configuration tells it: a name or an address. Nothing is connected. */
    String address(Host host);

    /** Reads files anew and tries again what failed, from now on: for those who outlive a command. Sessions stay as they are. */
    default void refresh() {}

    /** Makes hosts known that others may name as their jump. */
    default void know(List<Host> inventory) {}

    /** Ends every session and frees all threads. */
    @Override
    void close();
}
