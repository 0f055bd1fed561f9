package dockdsl.cli.text;

import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Verb;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import java.util.Optional;

/** How things are called in messages. */
public final class Words {
    private Words() {}

    /** {@code container identidock (site.groovy:31)}. */
    public static String of(Change change) {
        return change.resource() + place(change.where());
    }

    /** What was refused, and where the site declares it. */
    public static String of(Plan.Refusal refusal) {
        return refusal.resource() + place(refusal.where());
    }

    /** The message, with its host in front when it is about one: {@code host web1 (hosts.ini:12): there is no route}. */
    public static String of(DockdslException why) {
        return switch (why) {
            case HostFailed failed -> "host " + failed.host() + ": " + failed.getMessage();
            case HostUnreachable unreachable ->
                "host " + unreachable.host() + place(unreachable.where()) + ": " + unreachable.getMessage();
            default -> why.getMessage();
        };
    }

    /** Where the host is declared that can't be reached, to stand behind its name: {@code  (hosts.ini:12)}; empty when nobody knows. */
    public static String place(DockdslException why) {
        return why instanceof HostUnreachable unreachable ? place(unreachable.where()) : "";
    }

    private static String place(Optional<SourceRef> where) {
        return where.map(place -> " (" + place.fileAndLine() + ")").orElse("");
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
