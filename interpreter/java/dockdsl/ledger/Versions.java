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
 * @param cutOff runs that began to change it after that and never told how they ended
 */
record Versions(List<Version> all, List<Release> cutOff) {

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
        List<Release> cutOff = new ArrayList<>();
        for (Release release : ledger.releases()) {
            Optional<Deed> deed = release.deed(container);
            if (deed.filter(open -> open.result().isOpen()).isPresent()) {
                cutOff.add(release);
            }
            Optional<Version> version = deed.filter(known -> known.isGood() || known.isRemoval())
                    .map(known -> new Version(release, Optional.of(known).filter(Deed::isGood)));
            if (version.isPresent()) {
                cutOff.clear();
            }
            if (version.isPresent() && (all.isEmpty() || !all.getLast().isLike(version.get()))) {
                all.add(version.get());
            }
        }
        return new Versions(all, cutOff);
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

    /** The first run that was cut off when it was to bring the container on, not back; it may be what it is now, or what that made of it. */
    Optional<Release> cutOffChange() {
        return cutOff.stream().filter(release -> !release.isRollback()).findFirst();
    }

    /** Whether a rollback of it was cut off. */
    boolean isGoingBack() {
        return cutOff.stream().anyMatch(Release::isRollback);
    }

    /** How it was before what it is now. */
    Optional<Version> before() {
        return all.size() == 1 ? Optional.empty() : Optional.of(all.get(all.size() - 2));
    }

    /** The same, or what it shall be now when something else runs. @param imageId of what runs now; empty when nothing does */
    Optional<Version> before(Optional<String> imageId) {
        boolean remembered = imageId.flatMap(id -> now().good()
                        .flatMap(Deed::image)
                        .map(image -> image.id().equals(id)))
                .orElse(true);
        return remembered ? before() : Optional.of(now());
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
