package dockdsl.problem;

import java.util.Objects;

/** Everything that ends a run or a host's part of it; the subtype names the stage and so the exit code. */
public abstract sealed class DockdslException extends RuntimeException
        permits HostFailed,
                HostUnreachable,
                LockedByAnotherRun,
                NothingToWorkOn,
                RunInterrupted,
                SiteRejected,
                UsageMistake {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    DockdslException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    /** What to do next; may be empty. */
    public final String remedy() {
        return remedy;
    }
}
