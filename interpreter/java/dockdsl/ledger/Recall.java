package dockdsl.ledger;

import dockdsl.ledger.Versions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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

    /** @param deed which left the container as it shall be again */
    public record Pick(String host, Release release, Deed deed) {}

    /** @param why half a sentence: {@code it has no earlier release} */
    public record Stay(String host, String container, String why) {}

    /**
     * Decides from what the hosts remember of one site.
     *
     * @param hosts in the order of the inventory
     * @param running the Id of the image that a container of a host runs; empty when it is not there
     */
    public record Of(SequencedMap<String, Ledger> hosts, BiFunction<String, String, Optional<String>> running) {

        /** Each container that the newest release changed goes back to what it was before. */
        public Recall newest() {
            Optional<String> newest = hosts.values().stream()
                    .flatMap(ledger -> ledger.containers().stream()
                            .map(container -> Versions.of(ledger, container))
                            .filter(versions -> !versions.isEmpty())
                            .map(versions -> versions.now().release().id()))
                    .max(String::compareTo);
            return recall(
                    (host, container, versions) -> versions.now().release().id().equals(newest.orElse("")),
                    this::before);
        }

        /** Each of these containers goes back to what it was before. @param names in the site, or the engine's */
        public Recall before(List<String> names) {
            return recall((host, container, versions) -> isOneOf(container, names), this::before);
        }

        /** Containers go back to what they were when a release had ended. @param names of containers; all when empty */
        public Recall asOf(String release, List<String> names) {
            return recall(
                    (host, container, versions) -> names.isEmpty() || isOneOf(container, names),
                    (host, container, versions) -> versions.asOf(release));
        }

        private Optional<Version> before(String host, String container, Versions versions) {
            return versions.before(running.apply(host, container));
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
