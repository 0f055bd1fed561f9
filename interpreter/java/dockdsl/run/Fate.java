package dockdsl.run;

/** What became of a change. */
public enum Fate {
    /** The resource is as declared now. */
    DONE,
    /** It went wrong, or something that it hangs together with did; what was there before is there again. */
    TAKEN_BACK,
    /** It went wrong, and what was there before could not be put back wholly. */
    FAILED,
    /** Nothing of it was begun, or nothing but preparations that are gone again. */
    SKIPPED
}
