package dockdsl.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What one host remembers.
 *
 * @param releases in the order in which they were made, the oldest first
 */
public record Ledger(List<Release> releases) {
    public static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        releases = List.copyOf(releases);
    }

    /** Only what one site did. */
    public Ledger of(String site) {
        return new Ledger(
                releases.stream().filter(release -> release.site().equals(site)).toList());
    }

    /** Together with those of another file of the same host; a release that stands in both counts once. */
    public Ledger and(Ledger other) {
        List<Release> all = new ArrayList<>(releases);
        other.releases.stream().filter(release -> find(release.id()).isEmpty()).forEach(all::add);
        all.sort((one, two) -> one.id().compareTo(two.id()));
        return new Ledger(all);
    }

    public Optional<Release> find(String id) {
        return releases.stream().filter(release -> release.id().equals(id)).findFirst();
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
