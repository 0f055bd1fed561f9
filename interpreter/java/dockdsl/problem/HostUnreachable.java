package dockdsl.problem;

import java.util.Objects;
import java.util.Optional;

/** A host could not be reached or logged into (exit 4). */
public final class HostUnreachable extends DockdslException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final transient Optional<SourceRef> where;

    public HostUnreachable(String host, String message, String remedy) {
        this(host, message, remedy, null);
    }

    public HostUnreachable(String host, String message, String remedy, Throwable cause) {
        this(host, message, remedy, cause, Optional.empty());
    }

    private HostUnreachable(String host, String message, String remedy, Throwable cause, Optional<SourceRef> where) {
        super(message, remedy, cause);
        this.host = Objects.requireNonNull(host, "host");
        this.where = where;
    }

    /** The host's name in the inventory; the message does not repeat it. */
    public String host() {
        return host;
    }

    /** Where a file declares the host, when that is known. */
    public Optional<SourceRef> where() {
        return where;
    }

    /** The same of a host that is declared there. */
    public HostUnreachable declaredAt(SourceRef place) {
        return copy(remedy(), Optional.of(place).filter(SourceRef::isInFile));
    }

    /** The same with more to say about what to do. */
    public HostUnreachable advising(String more) {
        return copy(remedy() + more, where);
    }

    private HostUnreachable copy(String remedy, Optional<SourceRef> place) {
        HostUnreachable copy = new HostUnreachable(host, getMessage(), remedy, getCause(), place);
        copy.setStackTrace(getStackTrace());
        return copy;
    }
}
