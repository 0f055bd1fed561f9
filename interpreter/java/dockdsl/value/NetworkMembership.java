package dockdsl.value;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A network that a container belongs to.
 *
 * @param network the network's name
 * @param aliases further names under which the container is found there
 */
public record NetworkMembership(String network, SortedSet<String> aliases) implements Comparable<NetworkMembership> {
    public NetworkMembership {
        aliases = Collections.unmodifiableSortedSet(new TreeSet<>(aliases));
    }

    @Override
    public int compareTo(NetworkMembership other) {
        int byNetwork = network.compareTo(other.network);
        return byNetwork != 0 ? byNetwork : aliases.toString().compareTo(other.aliases.toString());
    }
}
