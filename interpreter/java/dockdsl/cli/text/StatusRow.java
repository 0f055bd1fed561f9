package dockdsl.cli.text;

import dockdsl.model.ContainerSpec;
import dockdsl.model.Selection;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.ObservedContainer;
import dockdsl.plan.Change;
import dockdsl.plan.EngineNames;
import dockdsl.plan.Ownership;
import dockdsl.plan.Plan;
import dockdsl.plan.Resource;
import dockdsl.value.ImageRef;
import dockdsl.value.PublishedPort;
import dockdsl.value.State;
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
 * @param digest by which its registry knows the image, in full; empty when none does
 * @param state the engine's word, or {@code missing}, or {@code not ours} when the name belongs to somebody else
 * @param health {@code healthy}, {@code unhealthy}, {@code starting}, or empty
 * @param since when it was started, or when it ended
 * @param elsewhere what its tag means on other hosts, if that is another content; empty when all agree
 * @param drift how it is not as declared; empty when it is
 * @param picked the ports of the host that the engine chose for it
 * @param unkept what is declared for it and its engine does not take
 */
public record StatusRow(
        String host,
        String name,
        String image,
        String imageId,
        String digest,
        String state,
        String health,
        Optional<Instant> since,
        String elsewhere,
        String drift,
        List<PublishedPort> picked,
        List<Plan.Unkept> unkept) {
    private static final int DIGITS = 12;
    private static final String NEVER = "0001-01-01T00:00:00Z";

    /** The containers that the site declares or owns, as far as they are chosen, host by host. */
    public static List<StatusRow> of(Site site, Selection selection, List<HostSnapshot> snapshots, Plan plan) {
        List<StatusRow> rows = new ArrayList<>();
        for (HostSnapshot snapshot : snapshots) {
            List<StatusRow> ofHost = new ArrayList<>();
            for (ObservedContainer container : snapshot.containers()) {
                if (selection.has(snapshot.host(), container.name())
                        && Ownership.isOurs(site, snapshot.host(), container)
                        && container.detail().isPresent()) {
                    ofHost.add(there(snapshot, container, site, plan));
                }
            }
            for (ContainerSpec spec : selection.of(site).on(snapshot.host())) {
                notThere(spec, site, snapshot, plan).ifPresent(ofHost::add);
            }
            ofHost.sort(Comparator.comparing(StatusRow::name));
            rows.addAll(ofHost);
        }
        return rows;
    }

    public boolean isAsDeclared() {
        return drift.isEmpty();
    }

    private static StatusRow there(HostSnapshot snapshot, ObservedContainer container, Site site, Plan plan) {
        String host = snapshot.host();
        String id = container.imageId().replace("sha256:", "");
        return new StatusRow(
                host,
                container.name(),
                container.imageName(),
                id.substring(0, Math.min(DIGITS, id.length())),
                digest(snapshot, container),
                container.status(),
                container.health(),
                time(container.inspected().text(container.isRunning() ? "State.StartedAt" : "State.FinishedAt")),
                elsewhere(host, container.name(), plan),
                driftOfOurs(host, container.name(), plan),
                site.on(host).stream()
                        .filter(spec -> spec.engineName().equals(container.name()))
                        .flatMap(spec -> PickedPorts.of(spec, container).stream())
                        .toList(),
                plan.unkept().stream()
                        .filter(unkept -> unkept.host().equals(host)
                                && unkept.resource().name().equals(container.name()))
                        .toList());
    }

    private static String digest(HostSnapshot snapshot, ObservedContainer container) {
        return snapshot.image(container.imageId())
                .flatMap(image -> ImageRef.nameIn(container.imageName()).flatMap(image::digestIn))
                .orElse("");
    }

    private static String elsewhere(String host, String name, Plan plan) {
        return plan.divergences().stream()
                .filter(divergence -> divergence.host().equals(host)
                        && divergence.resource().name().equals(name))
                .map(Plan.Divergence::what)
                .findFirst()
                .orElse("");
    }

    private static Optional<StatusRow> notThere(ContainerSpec spec, Site site, HostSnapshot snapshot, Plan plan) {
        Optional<ObservedContainer> seen = snapshot.container(spec.engineName());
        boolean asDeclared = seen.isEmpty() && spec.state() == State.ABSENT;
        if (asDeclared
                || seen.filter(container -> Ownership.isOurs(site, snapshot.host(), container))
                        .isPresent()) {
            return Optional.empty();
        }
        String drift = drift(snapshot.host(), spec.engineName(), plan);
        return Optional.of(new StatusRow(
                snapshot.host(),
                spec.engineName(),
                "",
                "",
                "",
                seen.isPresent() ? "not ours" : "missing",
                "",
                Optional.empty(),
                "",
                drift.isEmpty() ? "it is not there" : drift,
                List.of(),
                List.of()));
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
        if (plan.orphans().contains(new Plan.Orphan(host, container))) {
            return "no longer declared";
        }
        return "";
    }

    /** Nothing is done on a host where something is refused, so that a plan has no changes for it. */
    private static String driftOfOurs(String host, String name, Plan plan) {
        Resource container = new Resource(Resource.Kind.CONTAINER, name);
        boolean same = plan.unchanged().stream()
                .anyMatch(kept -> kept.host().equals(host) && kept.resource().equals(container));
        boolean refused =
                plan.refusals().stream().anyMatch(refusal -> refusal.host().equals(host));
        String drift = drift(host, name, plan);
        if (!drift.isEmpty() || same) {
            return drift;
        } else if (EngineNames.isTemporary(name)) {
            return "left over from an interrupted run, the next one sees to it";
        }
        return refused
                ? "it differs, but something else was refused here"
                : "somebody renamed it, the next apply gives it its name back";
    }

    private static Optional<Instant> time(String text) {
        try {
            return text.isEmpty() || text.equals(NEVER) ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
