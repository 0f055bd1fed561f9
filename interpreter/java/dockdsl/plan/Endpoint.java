package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.value.Tree;
import dockdsl.vocabulary.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A container's place in a network.
 *
 * @param aliases names under which others find it there, besides its own
 * @param links names that this container alone has for others, each {@code target:name}
 */
record Endpoint(SortedSet<String> aliases, SortedSet<String> links) {
    Endpoint and(SortedSet<String> moreAliases, SortedSet<String> moreLinks) {
        return new Endpoint(Kinds.union(aliases, moreAliases), Kinds.union(links, moreLinks));
    }

    /** The engine adds the container's name and the first digits of its Id to the aliases, depending on its version. */
    static Endpoint seen(ObservedContainer container, Tree endpoint) {
        SortedSet<String> aliases = new TreeSet<>(endpoint.texts("Aliases"));
        aliases.removeIf(
                alias -> alias.equals(container.name()) || container.id().startsWith(alias));
        return new Endpoint(aliases, Kinds.sorted(endpoint.texts("Links")));
    }

    /** An {@code EndpointSettings} object. */
    Tree body() {
        return new Tree(Map.of("Aliases", List.copyOf(aliases), "Links", List.copyOf(links)));
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(aliases);
        links.forEach(link -> parts.add(link.replace(":", " as ")));
        return parts.isEmpty() ? "member" : "member (" + String.join(", ", parts) + ")";
    }
}
