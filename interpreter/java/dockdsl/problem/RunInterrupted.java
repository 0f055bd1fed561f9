package dockdsl.problem;

/** The user or the system asked the run to end (exit 99). */
public final class RunInterrupted extends DockdslException {
    private static final long serialVersionUID = 1L;

    public RunInterrupted(String message, String remedy) {
        super(message, remedy, null);
    }

    public RunInterrupted(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
