package dockdsl.host;

import dockdsl.problem.HostFailed;

/** The host answers but its engine does not: not installed, not running, or not for this user. */
public final class EngineUnavailable extends HostFailed {
    private static final long serialVersionUID = 1L;

    private final boolean asleep;

    public EngineUnavailable(String host, String message, String remedy) {
        this(host, message, remedy, false);
    }

    private EngineUnavailable(String host, String message, String remedy, boolean asleep) {
        super(host, message, remedy);
        this.asleep = asleep;
    }

    /** The host has an engine, which does not answer. */
    public static EngineUnavailable asleep(String host, String message, String remedy) {
        return new EngineUnavailable(host, message, remedy, true);
    }

    /** Whether there is an engine, so that the host may have containers that nobody sees now. */
    public boolean isAsleep() {
        return asleep;
    }
}
