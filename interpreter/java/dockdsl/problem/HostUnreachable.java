package dockdsl.problem;

import java.util.Objects;

/** A host could not be reached or logged into (exit 4). */
public final class HostUnreachable extends DockdslException {
    private static final long serialVersionUID = 1L;

    private final String host;

    public HostUnreachable(String host, String message, String remedy) {
        this(host, message, remedy, null);
    }

    public HostUnreachable(String host, String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
        this.host = Objects.requireNonNull(host, "host");
    }

    /** The host's name in the inventory; the message does not repeat it. */
    public final String host() {
        return host;
    }
}
