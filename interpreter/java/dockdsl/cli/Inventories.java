package dockdsl.cli;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Several inventories as one. */
final class Inventories {
    private Inventories() {}

    /** A host of both has the groups of both; for variables the second wins, for the way to the host the first. */
    static Inventory joined(Inventory first, Inventory second) {
        SequencedMap<String, Host> hosts = new LinkedHashMap<>();
        first.hosts().forEach(host -> hosts.put(host.name(), host));
        second.hosts().forEach(host -> hosts.merge(host.name(), host, Inventories::joined));
        return new Inventory(
                List.copyOf(hosts.values()),
                union(first.groups(), second.groups()),
                merged(first.vars(), second.vars()));
    }

    private static Host joined(Host first, Host second) {
        return new Host(
                first.name(),
                union(first.groups(), second.groups()),
                merged(first.vars(), second.vars()),
                first.access(),
                first.privateAddress().or(second::privateAddress),
                first.where());
    }

    private static SequencedSet<String> union(SequencedSet<String> first, SequencedSet<String> second) {
        SequencedSet<String> both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    private static Map<String, Object> merged(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> both = new LinkedHashMap<>(below);
        both.putAll(above);
        return both;
    }
}
