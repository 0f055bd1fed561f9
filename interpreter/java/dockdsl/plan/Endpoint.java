package dockdsl.plan;

import dockdsl.observed.ObservedContainer;
import dockdsl.value.Attachment;
import dockdsl.value.IpAddress;
import dockdsl.value.Tree;
import dockdsl.vocabulary.Kinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A container's place in a network.
 *
 * @param aliases names under which others find it there, besides its own
 * @param links names that this container alone has for others, each {@code target:name}
 * @param attachment its addresses there, and what else it has
 */
record Endpoint(SortedSet<String> aliases, SortedSet<String> links, Attachment attachment) {
    /** A place with names only. */
    Endpoint(SortedSet<String> aliases, SortedSet<String> links) {
        this(aliases, links, Attachment.PLAIN);
    }

    Endpoint and(SortedSet<String> moreAliases, SortedSet<String> moreLinks) {
        return new Endpoint(Kinds.union(aliases, moreAliases), Kinds.union(links, moreLinks), attachment);
    }

    static Endpoint seen(ObservedContainer container, Tree endpoint) {
        return of(endpoint).besidesNamesOf(container);
    }

    /** @param body an {@code EndpointSettings} object */
    static Endpoint of(Tree body) {
        return new Endpoint(
                Kinds.sorted(body.texts("Aliases")),
                Kinds.sorted(body.texts("Links")),
                new Attachment(address(body, "IPv4Address"), address(body, "IPv6Address"), options(body), (int)
                        body.number("GwPriority")));
    }

    private static Optional<IpAddress> address(Tree endpoint, String field) {
        String text = endpoint.text("IPAMConfig." + field);
        return text.isEmpty() ? Optional.empty() : Optional.of(IpAddress.parse(text));
    }

    private static SortedMap<String, String> options(Tree endpoint) {
        SortedMap<String, String> options = new TreeMap<>();
        endpoint.map("DriverOpts").forEach((name, value) -> options.put(name, String.valueOf(value)));
        return Collections.unmodifiableSortedMap(options);
    }

    /**
     * This place without the aliases that the container has anyway: the engine adds its name, its host name and the first digits of
     * its Id, depending on the version.
     */
    Endpoint besidesNamesOf(ObservedContainer container) {
        if (aliases.isEmpty()) {
            return this;
        }
        String hostname = container.inspected().text("Config.Hostname");
        SortedSet<String> others = new TreeSet<>(aliases);
        others.removeIf(alias -> alias.equals(container.name())
                || alias.equals(hostname)
                || container.id().startsWith(alias));
        return new Endpoint(others, links, attachment);
    }

    /** Whether it has an address of its own. */
    boolean isFixed() {
        return attachment.ip().isPresent() || attachment.ip6().isPresent();
    }

    /** The same without fixed addresses, for a network that has others now. */
    Endpoint floating() {
        return new Endpoint(aliases, links, attachment.floating());
    }

    /** An {@code EndpointSettings} object. */
    Tree body() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Aliases", List.copyOf(aliases));
        fields.put("Links", List.copyOf(links));
        Map<String, String> addresses = new TreeMap<>();
        attachment.ip().ifPresent(ip -> addresses.put("IPv4Address", ip.toString()));
        attachment.ip6().ifPresent(ip -> addresses.put("IPv6Address", ip.toString()));
        if (!addresses.isEmpty()) {
            fields.put("IPAMConfig", addresses);
        }
        if (!attachment.options().isEmpty()) {
            fields.put("DriverOpts", attachment.options());
        }
        if (attachment.gatewayPriority() != 0) {
            fields.put("GwPriority", attachment.gatewayPriority());
        }
        return new Tree(fields);
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>(aliases);
        links.forEach(link -> parts.add(link.replace(":", " as ")));
        parts.addAll(attachment.details());
        return parts.isEmpty() ? "member" : "member (" + String.join(", ", parts) + ")";
    }
}
