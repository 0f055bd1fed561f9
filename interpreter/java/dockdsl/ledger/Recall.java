package dockdsl.ledger;

import dockdsl.ledger.Versions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Which container of which host goes back to which release.
 *
 * @param stays containers that were asked for and for which there is no way back
 */
public record Recall(List<Pick> picks, List<Stay> stays) {
    public Recall {
        picks = List.copyOf(picks);
        stays = List.copyOf(stays);
    }

    boolean isEmpty() {
        return picks.isEmpty() && stays.isEmpty();
    }

    /** @param deed which left the container as it shall be again */
    public record Pick(String host, Release release, Deed deed) {}

    /** @param why half a sentence: {@code it has no earlier release} */
    public record Stay(String host, String container, String why) {}

    /**
     * Decides from what the hosts remember of one site.
     *
     * @param hosts in the order of the inventory
     * @param running the Id of the image that a container of a host runs; empty when it is not there
     * @param amiss which of these containers are not as the deeds left them
     */
    public record Of(
            SequencedMap<String, Ledger> hosts,
            BiFunction<String, String, Optional<String>> running,
            UnaryOperator<List<Pick>> amiss) {
        /** Greater than the name of any release, which begins with a digit. */
        private static final String ALL_TIMES = "~";

        /**
         * Each container that the newest release changed goes back to what it was before. A run that was cut off after that is undone
         * as far as it came, and a rollback that was cut off goes on.
         */
        public Recall newest() {
            Set<Pick> reached = reached();
            String newest = lastBefore(ALL_TIMES);
            String before = lastBefore(newest);
            Question<Boolean> isHalfDone =
                    (host, container, versions) -> versions.isGoingBack() || isAmong(reached, host, container);
            Recall halfDone = recall(
                    (host, container, versions) ->
                            isCutOff(versions, newest, ALL_TIMES) && isHalfDone.of(host, container, versions),
                    this.before(reached));
            return halfDone.isEmpty()
                    ? recall(
                            (host, container, versions) ->
                                    versions.now().release().id().equals(newest)
                                            || isCutOff(versions, before, newest)
                                                    && isHalfDone.of(host, container, versions),
                            before(reached))
                    : halfDone;
        }

        /** Each of these containers goes back to what it was before. @param names in the site, or the engine's */
        public Recall before(List<String> names) {
            return recall((host, container, versions) -> isOneOf(container, names), before(reached()));
        }

        /** Containers go back to what they were when a release had ended. @param names of containers; all when empty */
        public Recall asOf(String release, List<String> names) {
            return recall(
                    (host, container, versions) -> names.isEmpty() || isOneOf(container, names),
                    (host, container, versions) -> versions.asOf(release));
        }

        /** @param reached containers that a run changed before it was cut off */
        private Question<Optional<Version>> before(Set<Pick> reached) {
            return (host, container, versions) -> {
                if (versions.cutOffChange().isPresent()) {
                    return versions.isGoingBack() || isAmong(reached, host, container)
                            ? Optional.of(versions.now())
                            : versions.before();
                }
                return versions.isGoingBack() ? versions.before() : versions.before(running.apply(host, container));
            };
        }

        /** Of the containers that runs were to change which were cut off, those to which they came, as they were before. */
        private Set<Pick> reached() {
            List<Pick> doubtful = recall(
                            (host, container, versions) ->
                                    versions.cutOffChange().isPresent(),
                            (host, container, versions) -> Optional.of(versions.now()))
                    .picks();
            return doubtful.isEmpty() ? Set.of() : Set.copyOf(amiss.apply(doubtful));
        }

        private static boolean isAmong(Set<Pick> picks, String host, String container) {
            return picks.stream()
                    .anyMatch(pick ->
                            pick.host().equals(host) && pick.deed().container().equals(container));
        }

        /** Whether a change of it was cut off between two releases. */
        private static boolean isCutOff(Versions versions, String after, String before) {
            return versions.cutOffChange()
                    .filter(release -> release.id().compareTo(after) > 0)
                    .filter(release -> release.id().compareTo(before) < 0)
                    .isPresent();
        }

        /** The newest release that ended well for anything and is older than another one; empty when there is none. */
        private String lastBefore(String release) {
            return hosts.values().stream()
                    .flatMap(ledger -> ledger.containers().stream().map(container -> Versions.of(ledger, container)))
                    .flatMap(versions -> versions.all().stream())
                    .map(version -> version.release().id())
                    .filter(id -> id.compareTo(release) < 0)
                    .max(String::compareTo)
                    .orElse("");
        }

        private Recall recall(Question<Boolean> which, Question<Optional<Version>> target) {
            List<Pick> picks = new ArrayList<>();
            List<Stay> stays = new ArrayList<>();
            hosts.forEach((host, ledger) -> {
                for (String container : ledger.containers()) {
                    Versions versions = Versions.of(ledger, container);
                    if (!versions.isEmpty() && which.of(host, container, versions)) {
                        Optional<Version> version = target.of(host, container, versions);
                        version.flatMap(found -> found.good().map(deed -> new Pick(host, found.release(), deed)))
                                .ifPresentOrElse(picks::add, () -> stays.add(stay(host, container, version)));
                    }
                }
            });
            return new Recall(picks, stays);
        }

        private static Stay stay(String host, String container, Optional<Version> version) {
            return new Stay(
                    host, container, version.isPresent() ? "it was not there then" : "it has no earlier release");
        }

        private interface Question<T> {
            T of(String host, String container, Versions versions);
        }
    }

    private static boolean isOneOf(String container, List<String> names) {
        Predicate<String> matches = name -> container.matches(Pattern.quote(name) + "(-\\d+)?");
        return names.stream().anyMatch(matches);
    }
}
