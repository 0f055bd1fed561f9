package dockdsl.cli;

import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.LockedByAnotherRun;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.RunInterrupted;
import dockdsl.problem.SiteRejected;
import dockdsl.problem.UsageMistake;
import dockdsl.run.Recap;
import java.util.Collection;

/** What the process ends with. */
final class ExitCode {
    static final int OK = 0;
    static final int NOTHING_TO_WORK_ON = 1;
    static final int FAILED = 2;
    static final int CHANGES_PENDING = 3;
    static final int UNREACHABLE = 4;
    static final int USAGE = 64;
    static final int REJECTED = 65;
    static final int LOCKED = 75;
    static final int INTERRUPTED = 99;
    static final int BUG = 250;

    private ExitCode() {}

    static int of(DockdslException ending) {
        return switch (ending) {
            case NothingToWorkOn _ -> NOTHING_TO_WORK_ON;
            case HostFailed _ -> FAILED;
            case HostUnreachable _ -> UNREACHABLE;
            case UsageMistake _ -> USAGE;
            case SiteRejected _ -> REJECTED;
            case LockedByAnotherRun _ -> LOCKED;
            case RunInterrupted _ -> INTERRUPTED;
        };
    }

    /** @param lost why hosts were lost */
    static int of(Collection<DockdslException> lost) {
        boolean unreachable = lost.stream().anyMatch(HostUnreachable.class::isInstance);
        return unreachable ? UNREACHABLE : lost.isEmpty() ? OK : FAILED;
    }

    /** An unreachable host counts more than a failed one, as with Ansible. */
    static int of(Recap recap) {
        if (recap.anyUnreachable()) {
            return UNREACHABLE;
        }
        return recap.anyFailed() ? FAILED : OK;
    }
}
