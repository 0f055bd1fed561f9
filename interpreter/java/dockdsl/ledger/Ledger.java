package dockdsl.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/**
 * What one host remembers. What is told twice of a release is how it began and how it ended: the end counts.
 *
 * @param releases in the order in which they were made, the oldest first
 */
public record Ledger(List<Release> releases) {
    public static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        SequencedMap<String, Release> latest = new LinkedHashMap<>();
        for (Release release : releases) {
            latest.merge(release.id(), release, (before, after) -> after.isOpen() ? before : after);
        }
        releases = List.copyOf(latest.values());
    }

    /** The same while a run of the site is at work: its newest release has no end yet. */
    public Ledger whileUnderWay(String site) {
        Optional<Release> newest =
                of(site).releases().reversed().stream().findFirst().filter(Release::isOpen);
        return new Ledger(releases.stream()
                .map(release ->
                        newest.filter(release::equals).map(Release::underWay).orElse(release))
                .toList());
    }

    /** Only what one site did. */
    public Ledger of(String site) {
        return new Ledger(
                releases.stream().filter(release -> release.site().equals(site)).toList());
    }

    /** Together with those of another file of the same host; a release that stands in both counts once. */
    public Ledger and(Ledger other) {
        List<Release> all = new ArrayList<>(releases);
        all.addAll(other.releases);
        all.sort((one, two) -> one.id().compareTo(two.id()));
        return new Ledger(all);
    }

    /** How the last run that knew it for certain left a container; empty also when it was taken away. */
    public Optional<Deed> now(String container) {
        return releases.reversed().stream()
                .flatMap(release -> release.deed(container).stream())
                .filter(deed -> deed.isGood() || deed.isRemoval())
                .findFirst()
                .filter(Deed::isGood);
    }

    /** Every site that it tells of. */
    public SequencedSet<String> sites() {
        SequencedSet<String> names = new LinkedHashSet<>();
        releases.forEach(release -> names.add(release.site()));
        return names;
    }

    /** Every container that it tells of. */
    public SequencedSet<String> containers() {
        SequencedSet<String> names = new LinkedHashSet<>();
        releases.forEach(release -> release.deeds().forEach(deed -> names.add(deed.container())));
        return names;
    }
}
