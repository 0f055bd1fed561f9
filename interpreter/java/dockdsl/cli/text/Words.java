package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Verb;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;

/** How things are called in messages. */
public final class Words {
    private Words() {}

    /** {@code container identidock (site.groovy:31)}. */
    public static String of(Change change) {
        return change.resource()
                + change.where().map(where -> " (" + where.fileAndLine() + ")").orElse("");
    }

    /** What was refused, and where the site declares it. */
    public static String of(Plan.Refusal refusal) {
        return refusal.resource()
                + refusal.where().map(where -> " (" + where.fileAndLine() + ")").orElse("");
    }

    /** The message, with its host in front when it is about one. */
    public static String of(DockdslException why) {
        return switch (why) {
            case HostFailed failed -> "host " + failed.host() + ": " + failed.getMessage();
            case HostUnreachable unreachable -> "host " + unreachable.host() + ": " + unreachable.getMessage();
            default -> why.getMessage();
        };
    }

    /** {@code created}. */
    public static String past(Verb verb) {
        return switch (verb) {
            case CREATE -> "created";
            case PULL -> "pulled";
            case BUILD -> "built";
            case UPDATE -> "updated";
            case REPLACE -> "replaced";
            case START -> "started";
            case STOP -> "stopped";
            case RESTART -> "restarted";
            case REMOVE -> "removed";
        };
    }
}
