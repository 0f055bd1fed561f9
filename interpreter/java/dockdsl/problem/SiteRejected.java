package dockdsl.problem;

import java.util.List;

/** The site file or the inventory is wrong; nothing was connected to (exit 65). */
public final class SiteRejected extends DockdslException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial")
    private final List<Problem> problems;

    public SiteRejected(List<Problem> problems) {
        super(problems.size() + (problems.size() == 1 ? " problem" : " problems"), "", null);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
