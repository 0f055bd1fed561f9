package dockdsl.problem;

import java.util.Objects;

/** Something went wrong on a host that was reached (exit 2). */
public non-sealed class HostFailed extends DockdslException {
    private static final long serialVersionUID = 1L;

    private final String host;

    public HostFailed(String host, String message, String remedy) {
        this(host, message, remedy, null);
    }

    public HostFailed(String host, String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
        this.host = Objects.requireNonNull(host, "host");
    }

    /** The host's name in the inventory; the message does not repeat it. */
    public final String host() {
        return host;
    }
}
