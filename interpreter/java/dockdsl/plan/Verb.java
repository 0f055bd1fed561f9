package dockdsl.plan;

/** What a change does to its resource. */
public enum Verb {
    CREATE,
    PULL,
    BUILD,
    /** In place, without a new container. */
    UPDATE,
    /** A new container in place of the old one. */
    REPLACE,
    START,
    STOP,
    RESTART,
    REMOVE
}
