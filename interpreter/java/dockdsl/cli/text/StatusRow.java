package dockdsl.cli.text;

import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Change;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A container of a site on a host, as it is.
 *
 * @param name what the engine calls it
 * @param image as it was asked for; empty when the container is not there
 * @param imageId the first 12 digits
 * @param state the engine's word, or {@code missing}
 * @param health {@code healthy}, {@code unhealthy}, {@code starting}, or empty
 * @param since when it was started, or when it ended
 * @param drift how it is not as declared; empty when it is
 */
public record StatusRow(
        String host,
        String name,
        String image,
        String imageId,
        String state,
        String health,
        Optional<Instant> since,
        String drift) {
    private static final int DIGITS = 12;
    private static final String NEVER = "0001-01-01T00:00:00Z";

    /** The containers that the site declares or owns, host by host. */
    public static List<StatusRow> of(Site site, List<HostSnapshot> snapshots, Plan plan) {
        List<StatusRow> rows = new ArrayList<>();
        for (HostSnapshot snapshot : snapshots) {
            List<StatusRow> ofHost = new ArrayList<>();
            for (ObservedContainer container : snapshot.containers()) {
                if (container.belongsTo(site.name()) && container.detail().isPresent()) {
                    ofHost.add(there(snapshot.host(), container, drift(snapshot.host(), container.name(), plan)));
                }
            }
            for (Change change : plan.changes()) {
                if (isMissing(change, snapshot)) {
                    ofHost.add(missing(change));
                }
            }
            ofHost.sort(Comparator.comparing(StatusRow::name));
            rows.addAll(ofHost);
        }
        return rows;
    }

    public boolean isAsDeclared() {
        return drift.isEmpty();
    }

    private static StatusRow there(String host, ObservedContainer container, String drift) {
        String id = container.imageId().replace("sha256:", "");
        return new StatusRow(
                host,
                container.name(),
                container.imageName(),
                id.substring(0, Math.min(DIGITS, id.length())),
                container.status(),
                container.health(),
                time(container.inspected().text(container.isRunning() ? "State.StartedAt" : "State.FinishedAt")),
                drift);
    }

    private static StatusRow missing(Change change) {
        return new StatusRow(
                change.host(), change.resource().name(), "", "", "missing", "", Optional.empty(), change.reason());
    }

    private static boolean isMissing(Change change, HostSnapshot snapshot) {
        return change.host().equals(snapshot.host())
                && change.resource().kind() == Resource.Kind.CONTAINER
                && snapshot.container(change.resource().name()).isEmpty();
    }

    private static String drift(String host, String name, Plan plan) {
        Resource container = new Resource(Resource.Kind.CONTAINER, name);
        for (Change change : plan.changes()) {
            if (change.host().equals(host) && change.resource().equals(container)) {
                return change.reason();
            }
        }
        for (Plan.Refusal refusal : plan.refusals()) {
            if (refusal.host().equals(host) && refusal.resource().equals(container)) {
                return refusal.what();
            }
        }
        return plan.orphans().contains(new Plan.Orphan(host, container)) ? "no longer declared" : "";
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() || text.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
