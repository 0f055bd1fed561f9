package dockdsl.host;

import dockdsl.problem.HostFailed;

/** The host answers but its engine does not: not installed, not running, or not for this user. */
public final class EngineUnavailable extends HostFailed {
    private static final long serialVersionUID = 1L;

    public EngineUnavailable(String host, String message, String remedy) {
        super(host, message, remedy);
    }
}
