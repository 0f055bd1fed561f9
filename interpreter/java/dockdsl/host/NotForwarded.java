package dockdsl.host;

import dockdsl.problem.HostFailed;

/** The host's sshd lets nobody connect to its ports, and there is no other way to them; trying again is of no use. */
public final class NotForwarded extends HostFailed {
    private static final long serialVersionUID = 1L;

    public NotForwarded(String host, String message, String remedy, Throwable cause) {
        super(host, message, remedy, cause);
    }
}
