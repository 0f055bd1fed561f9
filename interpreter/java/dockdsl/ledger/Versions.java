package dockdsl.ledger;

import dockdsl.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one container of one host has been, one after the other, the last one being what it is now.
 *
 * @param all without those that were the same as the one before
 */
record Versions(List<Version> all) {

    /**
     * What a container was from a release on.
     *
     * @param good how it was; empty when it was gone, or made by a run that nobody remembers
     */
    record Version(Release release, Optional<Deed> good) {
        boolean isLike(Version other) {
            return good.map(Versions::essence).equals(other.good.map(Versions::essence));
        }
    }

    /** @param ledger of one site */
    static Versions of(Ledger ledger, String container) {
        List<Version> all = new ArrayList<>();
        for (Release release : ledger.releases()) {
            Optional<Version> version = release.deed(container)
                    .filter(deed -> deed.isGood() || deed.isRemoval())
                    .map(deed -> new Version(release, Optional.of(deed).filter(Deed::isGood)));
            if (version.isPresent() && (all.isEmpty() || !all.getLast().isLike(version.get()))) {
                all.add(version.get());
            }
        }
        return new Versions(all);
    }

    private static String essence(Deed deed) {
        return deed.image().map(Deed.Image::id).orElse("")
                + Json.canonical(deed.blueprint().orElseThrow());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    Version now() {
        return all.getLast();
    }

    /** How it was before what it is now. @param imageId of what runs now; empty when nothing does */
    Optional<Version> before(Optional<String> imageId) {
        boolean remembered = imageId.flatMap(id -> now().good()
                        .flatMap(Deed::image)
                        .map(image -> image.id().equals(id)))
                .orElse(true);
        int last = all.size() - 1;
        return remembered ? last == 0 ? Optional.empty() : Optional.of(all.get(last - 1)) : Optional.of(now());
    }

    /** The images of the last versions, as many as the newest one wants kept. */
    Stream<Deed.Image> kept() {
        List<Deed> good = all.reversed().stream()
                .map(Version::good)
                .flatMap(Optional::stream)
                .toList();
        return good.stream()
                .limit(good.isEmpty() ? 0 : good.getFirst().keep())
                .map(Deed::image)
                .flatMap(Optional::stream);
    }

    /** How it was at the end of a release that another host, or this one, remembers. */
    Optional<Version> asOf(String release) {
        return all.stream()
                .filter(version -> version.release().id().compareTo(release) <= 0)
                .reduce((earlier, later) -> later);
    }
}
