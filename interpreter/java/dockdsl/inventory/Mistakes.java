package dockdsl.inventory;

import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;

/** Collects what is wrong in inventories, but ends the reading when nearly every line is: it is the wrong file, then. */
final class Mistakes {
    private static final int MOST = 50;

    private final Problems problems = new Problems();

    /** @throws dockdsl.problem.SiteRejected when these are too many to go on */
    void add(SourceRef where, String what, String remedy) {
        problems.add(where, what, remedy);
        if (problems.list().size() >= MOST) {
            throwIfAny();
        }
    }

    void add(SourceRef where, Malformed wrong) {
        add(where, wrong.getMessage(), wrong.remedy());
    }

    void throwIfAny() {
        problems.throwIfAny();
    }
}
