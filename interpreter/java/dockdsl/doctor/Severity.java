package dockdsl.doctor;

/** How bad something is, the worst first. */
public enum Severity {
    /** Runs fail because of it. */
    FAILURE,
    /** Runs work, and some day something will not. */
    WARNING,
    /** Good to know. */
    NOTE
}
