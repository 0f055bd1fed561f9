package dockdsl.problem;

/** The command line makes no sense (exit 64). */
public final class UsageMistake extends DockdslException {
    private static final long serialVersionUID = 1L;

    public UsageMistake(String message, String remedy) {
        super(message, remedy, null);
    }

    public UsageMistake(String message, String remedy, Throwable cause) {
        super(message, remedy, cause);
    }
}
