package dockdsl.host;

import dockdsl.problem.HostFailed;

/** What was to be created was not: the engine has something of that name, which somebody else made. */
public final class AlreadyThere extends HostFailed {
    private static final long serialVersionUID = 1L;

    public AlreadyThere(String host, String message, String remedy, Throwable cause) {
        super(host, message, remedy, cause);
    }
}
