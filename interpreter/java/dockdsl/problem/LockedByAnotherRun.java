package dockdsl.problem;

/** Another run holds the lock of a host (exit 75). */
public final class LockedByAnotherRun extends DockdslException {
    private static final long serialVersionUID = 1L;

    public LockedByAnotherRun(String message, String remedy) {
        super(message, remedy, null);
    }
}
