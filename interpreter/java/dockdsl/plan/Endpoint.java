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

    static Endpoint seen(ObservedContainer container, Tree endpoint) {
        return new Endpoint(Kinds.sorted(endpoint.texts("Aliases")), Kinds.sorted(endpoint.texts("Links")))
                .besidesNamesOf(container);
    }

    /**
     * This place without the aliases that the container has anyway: the engine adds its name, its host name and the first digits of
     * its Id, depending on the version.
     */
    Endpoint besidesNamesOf(ObservedContainer container) {
        String hostname = container.inspected().text("Config.Hostname");
        SortedSet<String> others = new TreeSet<>(aliases);
        others.removeIf(alias -> alias.equals(container.name())
                || alias.equals(hostname)
                || container.id().startsWith(alias));
        return new Endpoint(others, links);
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
