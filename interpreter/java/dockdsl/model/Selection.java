package dockdsl.model;

import dockdsl.vocabulary.ContainerWords;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The containers of a site that a run works on.
 *
 * @param places of those that are chosen; empty for all of the site
 */
public record Selection(Optional<Set<Place>> places) {
    public static final Selection ALL = new Selection(Optional.empty());

    public Selection {
        places = places.map(Set::copyOf);
    }

    /** @param name what the engine calls it */
    public record Place(String host, String name) {
        static Place of(ContainerSpec spec) {
            return new Place(spec.host(), spec.engineName());
        }
    }

    /** The tags that containers of a site have. */
    public static SortedSet<String> tags(Site site) {
        SortedSet<String> tags = new TreeSet<>();
        site.containers().forEach(spec -> tags.addAll(tags(spec)));
        return tags;
    }

    private static SortedSet<String> tags(ContainerSpec spec) {
        return spec.settings().get(ContainerWords.TAGS, Collections.emptySortedSet());
    }

    /** Those with one of the tags, and those that use the network, processes or volumes of one of them: they go with it. */
    public static Selection tagged(Site site, Set<String> tags) {
        Set<Place> chosen = new HashSet<>();
        for (ContainerSpec spec : site.containers()) {
            if (!Collections.disjoint(tags(spec), tags)) {
                chosen.add(Place.of(spec));
            }
        }
        while (addBorrowers(site, chosen)) {
            // those who borrow from borrowers
        }
        return new Selection(Optional.of(chosen));
    }

    /** These alone. */
    public static Selection of(Collection<ContainerSpec> chosen) {
        return new Selection(Optional.of(chosen.stream().map(Place::of).collect(Collectors.toSet())));
    }

    private static boolean addBorrowers(Site site, Set<Place> chosen) {
        boolean more = false;
        for (ContainerSpec spec : site.containers()) {
            boolean borrows = spec.donors().stream().anyMatch(donor -> chosen.contains(new Place(spec.host(), donor)));
            more |= borrows && chosen.add(Place.of(spec));
        }
        return more;
    }

    public boolean isAll() {
        return places.isEmpty();
    }

    public boolean has(ContainerSpec spec) {
        return has(spec.host(), spec.engineName());
    }

    /** @param name what the engine calls it */
    public boolean has(String host, String name) {
        return places.isEmpty() || places.get().contains(new Place(host, name));
    }

    /** The site with these containers alone. */
    public Site of(Site site) {
        return isAll()
                ? site
                : site.with(site.containers().stream().filter(this::has).toList());
    }
}
