package dockdsl.cli;

import dockdsl.ledger.Deed;
import dockdsl.ledger.History;
import dockdsl.ledger.Ledger;
import dockdsl.lockfile.LockEntry;
import dockdsl.model.ContainerSpec;
import dockdsl.model.Selection;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.ImageRef;
import dockdsl.value.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one environment runs, for another one.
 *
 * @param from the environment and its newest release: {@code staging 20261121-154501-ab12}
 * @param entries the digest of each tag that both declare
 * @param selection the containers that get them
 * @param left names of containers whose images the other environment has nothing of: they stay as they are
 */
record Promotion(String from, List<LockEntry> entries, Selection selection, Set<String> left) {
    /**
     * @param ledgers what the hosts of the first job remember of its site
     * @throws NothingToWorkOn with all that keeps it from being promoted
     */
    static Promotion of(Job from, Job to, SequencedMap<String, Ledger> ledgers, Instant now) {
        return new Search(from, to, ledgers).promotion(now);
    }

    private static final class Search {
        private final Job from;
        private final Job to;
        private final SequencedMap<String, Ledger> ledgers;
        private final String environment;
        private final SequencedSet<String> obstacles = new LinkedHashSet<>();

        private Search(Job from, Job to, SequencedMap<String, Ledger> ledgers) {
            this.from = from;
            this.to = to;
            this.ledgers = ledgers;
            this.environment = from.site().environment().orElseThrow();
        }

        private Promotion promotion(Instant now) {
            Optional<History.Entry> newest =
                    History.of(ledgers, from.site().name()).entries().stream().findFirst();
            if (newest.isEmpty()) {
                throw refusal("No host remembers a release of " + environment + ".");
            }
            newest.get()
                    .deeds()
                    .forEach((host, deeds) -> deeds.stream()
                            .filter(deed -> !deed.isDone())
                            .forEach(deed -> obstacles.add(
                                    deed.container() + " on " + host + " was " + deed.result() + " in the last release "
                                            + newest.get().run().id())));
            Map<ImageRef, String> digests = new LinkedHashMap<>();
            List<ContainerSpec> chosen = new ArrayList<>();
            Set<String> left = new TreeSet<>();
            for (ContainerSpec spec : to.containers()) {
                if (spec.state() != State.ABSENT && concerns(spec, left)) {
                    digest(spec).ifPresent(digest -> {
                        spec.image()
                                .filter(image -> image.digest().isEmpty())
                                .ifPresent(image -> digests.put(image, digest));
                        chosen.add(spec);
                    });
                }
            }
            refuseIfAnything();
            if (chosen.isEmpty()) {
                throw refusal("No container of " + to.site().environment().orElseThrow() + " has an image that "
                        + environment + " has.");
            }
            List<LockEntry> entries = digests.entrySet().stream()
                    .map(entry -> new LockEntry(entry.getKey(), entry.getValue(), environment, now))
                    .toList();
            return new Promotion(environment + " " + newest.get().run().id(), entries, Selection.of(chosen), left);
        }

        /** Whether the other environment has the image at all, whatever its tag. */
        private boolean concerns(ContainerSpec spec, Set<String> left) {
            String name = spec.image().orElseThrow().name();
            if (wanted().noneMatch(other -> other.image().orElseThrow().name().equals(name))) {
                left.add(spec.name());
                return false;
            }
            return true;
        }

        private Stream<ContainerSpec> wanted() {
            return from.site().containers().stream().filter(spec -> spec.state() != State.ABSENT);
        }

        private Optional<String> digest(ContainerSpec spec) {
            ImageRef image = spec.image().orElseThrow();
            if (spec.build().isPresent()) {
                obstacles.add(spec.name() + " is built on each host, so that there is no digest to promote");
                return Optional.empty();
            }
            List<ContainerSpec> same = wanted().filter(
                            other -> other.image().orElseThrow().equals(image))
                    .toList();
            if (same.isEmpty()) {
                String others = wanted().map(other -> other.image().orElseThrow())
                        .filter(other -> other.name().equals(image.name()))
                        .map(ImageRef::toString)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(", "));
                obstacles.add(spec.name() + " is declared as " + image + ", but as " + others + " in " + environment);
                return Optional.empty();
            }
            return agreed(image, same);
        }

        private Optional<String> agreed(ImageRef image, List<ContainerSpec> same) {
            Map<String, String> places = new LinkedHashMap<>();
            for (ContainerSpec spec : same) {
                digestOf(spec, image).ifPresent(digest -> places.putIfAbsent(digest, spec.host()));
            }
            if (places.size() > 1) {
                obstacles.add(image + " is "
                        + places.entrySet().stream()
                                .map(place -> place.getKey() + " on " + place.getValue())
                                .collect(Collectors.joining(" and ")));
                return Optional.empty();
            }
            return places.keySet().stream().findFirst();
        }

        private Optional<String> digestOf(ContainerSpec spec, ImageRef image) {
            String where = spec.engineName() + " on " + spec.host();
            Optional<Deed.Image> runs = Optional.ofNullable(ledgers.get(spec.host()))
                    .flatMap(ledger -> ledger.now(spec.engineName()))
                    .flatMap(Deed::image);
            if (runs.isEmpty()) {
                obstacles.add(where + " has no good release yet");
                return Optional.empty();
            }
            if (!runs.get().name().equals(image)) {
                obstacles.add(where + " runs " + runs.get().name() + " and not " + image + ", which is declared");
                return Optional.empty();
            }
            if (runs.get().digest().isEmpty()) {
                obstacles.add(where + " runs " + image + ", which has no digest: it came from no registry");
                return Optional.empty();
            }
            return Optional.of(runs.get().digest());
        }

        private void refuseIfAnything() {
            if (!obstacles.isEmpty()) {
                throw refusal("Nothing is promoted from " + environment + ": " + String.join("; ", obstacles) + ".");
            }
        }

        private NothingToWorkOn refusal(String what) {
            return new NothingToWorkOn(
                    what,
                    "Let `dockdsl apply --env " + environment
                            + "` go well first, with the images that are to be promoted; `dockdsl" + " history --env "
                            + environment + "` shows what ran. `--tags` chooses some of the containers.");
        }
    }
}
