package dockdsl.ledger;

import dockdsl.observed.Stock;
import dockdsl.observed.StoredImage;
import dockdsl.value.ImageRef;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which images of one host its releases still need.
 *
 * @param ledger what the host remembers, of all sites
 * @param stock what the host has
 */
public record Retention(Ledger ledger, Stock stock) {

    /**
     * Images that a site brought and that can go: no container uses them, running or not, no site keeps them for a rollback, and
     * all names that they have are from this site. What somebody loaded on the host by hand, for a release that never was a good
     * one, stays: nobody could bring it back, and it has had no turn yet.
     */
    public List<StoredImage> surplus(String site) {
        Mentioned ours = Mentioned.in(ofReleases(ledger.of(site), deed -> true));
        Mentioned proven = Mentioned.in(ofReleases(ledger.of(site), Deed::isGood));
        Mentioned kept = Mentioned.in(kept());
        return stock.images().stream()
                .filter(image -> ours.ids().contains(image.id()) && ours.hasAllNamesOf(image))
                .filter(image -> proven.ids().contains(image.id()) || image.isToBeHadAgain(site))
                .filter(image -> !stock.isUsed(image) && !kept.has(image))
                .toList();
    }

    /** What builds for a site left behind, their names having moved on: nobody uses it, and no site keeps it. */
    public List<StoredImage> namelessBuilds(String site) {
        Mentioned kept = Mentioned.in(kept());
        return stock.images().stream()
                .filter(image -> image.isNamelessBuildFor(site))
                .filter(image -> !stock.isUsed(image) && !kept.has(image))
                .toList();
    }

    private static Stream<Deed.Image> ofReleases(Ledger ledger, Predicate<Deed> which) {
        return ledger.releases().stream()
                .flatMap(release -> release.deeds().stream())
                .filter(which)
                .map(Deed::image)
                .flatMap(Optional::stream);
    }

    private Stream<Deed.Image> kept() {
        return ledger.sites().stream()
                .map(ledger::of)
                .flatMap(site -> site.containers().stream().map(container -> Versions.of(site, container)))
                .flatMap(Versions::kept);
    }

    /** Images as releases tell of them: by the engine's Ids, and by their names as the engine lists them. */
    private record Mentioned(Set<String> ids, Set<String> names) {
        static Mentioned in(Stream<Deed.Image> images) {
            Mentioned mentioned = new Mentioned(new HashSet<>(), new HashSet<>());
            images.forEach(mentioned::add);
            return mentioned;
        }

        private void add(Deed.Image image) {
            ImageRef name = image.name();
            ids.add(image.id());
            names.add(name.name() + name.tag().map(tag -> ":" + tag).orElse(""));
        }

        /** Digests count by their repository. */
        boolean hasAllNamesOf(StoredImage image) {
            Set<String> repositories = new HashSet<>();
            names.forEach(name -> ImageRef.nameIn(name).ifPresent(repositories::add));
            return names.containsAll(image.tags())
                    && image.digests().stream()
                            .allMatch(digest -> ImageRef.nameIn(digest)
                                    .filter(repositories::contains)
                                    .isPresent());
        }

        boolean has(StoredImage image) {
            return ids.contains(image.id()) || image.tags().stream().anyMatch(names::contains);
        }
    }
}
