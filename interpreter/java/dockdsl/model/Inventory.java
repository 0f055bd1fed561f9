package dockdsl.model;

import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The machines that there are.
 *
 * @param hosts in the order of the inventory, names unique
 * @param groups the names of all groups, empty ones included
 * @param vars variables of the inventory as a whole; hosts have them too
 */
public record Inventory(List<Host> hosts, SequencedSet<String> groups, Map<String, Object> vars) {
    public static final Inventory EMPTY = new Inventory(List.of(), new LinkedHashSet<>(), Map.of());

    public Inventory {
        hosts = List.copyOf(hosts);
        groups = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(groups));
        vars = Collections.unmodifiableMap(new LinkedHashMap<>(vars));
    }

    public Optional<Host> host(String name) {
        return hosts.stream().filter(host -> host.name().equals(name)).findFirst();
    }

    /**
     * The hosts that the patterns mean, in the order in which they mean them, each once.
     *
     * <p>A pattern is a host, a group, {@code all}, a wildcard {@code web*}, a range {@code web[01:03]}, some of a group {@code web[0]},
     * a regular expression {@code ~web\d+}, or several of these joined by {@code ,} or {@code :}; those that begin with {@code &}
     * are intersected with, and those that begin with {@code !} taken away, whatever their order.
     *
     * @throws Malformed when a part means no host
     */
    public List<Host> match(List<String> patterns) {
        HostPatterns parts = HostPatterns.parse(patterns, this);
        SequencedMap<String, Host> chosen = new LinkedHashMap<>();
        if (parts.plain().isEmpty()) {
            hosts.forEach(host -> chosen.put(host.name(), host));
        }
        parts.plain().forEach(pattern -> parts.hosts(pattern).forEach(host -> chosen.putIfAbsent(host.name(), host)));
        parts.both().forEach(pattern -> chosen.keySet().retainAll(names(parts.hosts(pattern))));
        parts.not().forEach(pattern -> chosen.keySet().removeAll(names(parts.hosts(pattern))));
        if (chosen.isEmpty()) {
            throw new Malformed(
                    "'" + String.join(",", patterns) + "' means no host",
                    "Nothing is left after & and ! were applied.");
        }
        return List.copyOf(chosen.values());
    }

    private static Set<String> names(List<Host> hosts) {
        return hosts.stream().map(Host::name).collect(Collectors.toSet());
    }

    public List<Host> match(String... patterns) {
        return match(List.of(patterns));
    }

    /** The hosts of a group; all of them for {@code all}. */
    List<Host> group(String name) {
        List<Host> members = new ArrayList<>(hosts);
        members.removeIf(host -> !name.equals("all") && !host.groups().contains(name));
        return members;
    }

    boolean hasGroup(String name) {
        return name.equals("all") || groups.contains(name);
    }
}
