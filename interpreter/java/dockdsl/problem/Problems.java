package dockdsl.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects every mistake and warning of one run, so that all are told at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    public void add(SourceRef where, String what, String remedy) {
        add(new Problem(where, what, remedy));
    }

    /** The same mistake at the same place is told once, however many hosts it was met on. */
    public void add(Problem problem) {
        List<Problem> alike = problem.severity() == Problem.Severity.WARNING ? warnings : found;
        if (!alike.contains(problem)) {
            alike.add(problem);
        }
    }

    public void addAll(List<Problem> problems) {
        problems.forEach(this::add);
    }

    /** Whether there is no mistake; warnings don't count. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The warnings in the order of the file. */
    public List<Problem> warnings() {
        return warnings.stream().sorted().toList();
    }

    /** The mistakes in the order of the file. */
    public List<Problem> list() {
        return found.stream().sorted().toList();
    }

    /** Mistakes and warnings. */
    public List<Problem> all() {
        return Stream.concat(found.stream(), warnings.stream()).sorted().toList();
    }

    /** @throws SiteRejected when there is at least one problem */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new SiteRejected(list());
        }
    }
}
