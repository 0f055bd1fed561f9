package dockdsl.value;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A network that a container belongs to.
 *
 * @param network the network's name
 * @param aliases further names under which the container is found there
 */
public record NetworkMembership(String network, SortedSet<String> aliases, Attachment attachment)
        implements Comparable<NetworkMembership> {
    private static final Comparator<NetworkMembership> ORDER = Comparator.comparing(NetworkMembership::network)
            .thenComparing(membership -> membership.aliases().toString())
            .thenComparing(membership -> membership.attachment().toString());

    public NetworkMembership {
        aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
    }

    /** A membership with names only. */
    public NetworkMembership(String network, SortedSet<String> aliases) {
        this(network, aliases, Attachment.PLAIN);
    }

    @Override
    public int compareTo(NetworkMembership other) {
        return ORDER.compare(this, other);
    }
}
