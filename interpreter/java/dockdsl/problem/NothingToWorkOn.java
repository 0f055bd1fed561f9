package dockdsl.problem;

/** There is nothing to do it on: no match, a missing file, a wrong password (exit 1). */
public final class NothingToWorkOn extends DockdslException {
    private static final long serialVersionUID = 1L;

    public NothingToWorkOn(String message, String remedy) {
        super(message, remedy, null);
    }

    public NothingToWorkOn(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
