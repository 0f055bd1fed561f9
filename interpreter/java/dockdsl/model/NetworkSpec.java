package dockdsl.model;

import dockdsl.problem.SourceRef;
import dockdsl.value.AddressPool;
import dockdsl.vocabulary.Kinds;
import dockdsl.vocabulary.NetworkWords;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/**
 * A network that the site uses on each host where a container is a member; it owns it unless it is external.
 *
 * @param settings of {@link NetworkWords}; a subnet said by itself is among the pools of {@code ipam} as well
 */
public record NetworkSpec(String name, Declared settings, SourceRef where) {
    public NetworkSpec {
        settings = withOwnPool(settings, where);
    }

    /** A network about which nothing is said. */
    public NetworkSpec(String name, SourceRef where) {
        this(name, Declared.NOTHING, where);
    }

    private static Declared withOwnPool(Declared settings, SourceRef where) {
        return settings.find(NetworkWords.SUBNET)
                .map(subnet -> new AddressPool(
                        subnet,
                        settings.find(NetworkWords.GATEWAY),
                        settings.find(NetworkWords.IP_RANGE),
                        settings.get(NetworkWords.AUX_ADDRESSES, Collections.emptySortedMap())))
                .map(pool -> settings.with(
                        NetworkWords.IPAM,
                        Kinds.union(pools(settings), Kinds.sorted(List.of(pool))),
                        settings.where(NetworkWords.SUBNET).orElse(where)))
                .orElse(settings);
    }

    private static SortedSet<AddressPool> pools(Declared settings) {
        return settings.get(NetworkWords.IPAM, Collections.emptySortedSet());
    }

    public SortedSet<AddressPool> pools() {
        return pools(settings);
    }

    public boolean isExternal() {
        return settings.get(NetworkWords.EXTERNAL, false);
    }
}
