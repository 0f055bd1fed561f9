package dockdsl.inventory;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.SourceRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/** Groups and hosts of all inventories of a run, in the order in which they are read: what is said later wins. */
final class Draft {
    static final String ALL = "all";
    static final String UNGROUPED = "ungrouped";
    private static final String PRIORITY = "ansible_group_priority";

    private final Mistakes mistakes;
    private final SequencedMap<String, Group> groups = new LinkedHashMap<>();
    private final SequencedMap<String, Entry> hosts = new LinkedHashMap<>();

    Draft(Mistakes mistakes) {
        this.mistakes = mistakes;
        group(ALL);
        child(ALL, UNGROUPED, SourceRef.startOf("-i"));
    }

    /** A group as far as it is read. */
    static final class Group {
        final SequencedSet<String> hosts = new LinkedHashSet<>();
        final SequencedMap<String, SourceRef> children = new LinkedHashMap<>();
        final Map<String, Written> variables = new LinkedHashMap<>();
        int priority = 1;
    }

    /** A host as far as it is read. */
    static final class Entry {
        final SourceRef where;
        final Map<String, Written> variables = new LinkedHashMap<>();
        Optional<Host> known = Optional.empty();

        Entry(SourceRef where) {
            this.where = where;
        }
    }

    Set<String> groups() {
        return groups.keySet();
    }

    SequencedMap<String, Group> groupsByName() {
        return groups;
    }

    SequencedMap<String, Entry> hostsByName() {
        return hosts;
    }

    Group group(String name) {
        return groups.computeIfAbsent(name, key -> new Group());
    }

    void child(String parent, String child, SourceRef where) {
        group(child);
        group(parent).children.putIfAbsent(child, where);
    }

    /** @param port counts for hosts that were not named before */
    void host(String name, String group, Optional<Integer> port, SourceRef where) {
        if (!hosts.containsKey(name)) {
            hosts.put(name, new Entry(where));
            port.ifPresent(number -> hostVariable(name, "ansible_port", new Written.Scalar(number, where)));
        }
        group(group).hosts.add(name);
    }

    void hostVariable(String host, String name, Written value) {
        hosts.get(host).variables.put(name, value);
    }

    void groupVariable(String group, String name, Written value) {
        if (name.equals(PRIORITY)) {
            priority(group, value);
        } else {
            group(group).variables.put(name, value);
        }
    }

    private void priority(String group, Written value) {
        String text = String.valueOf(value.plain());
        if (text.matches("-?\\d{1,9}")) {
            group(group).priority = Integer.parseInt(text);
        } else {
            mistakes.add(value.where(), "the priority of a group is '" + text + "'", "Write a whole number.");
        }
    }

    /** Takes in hosts that are complete already; what they know of themselves stays, as far as no variable says otherwise. */
    void adopt(Inventory inventory) {
        inventory.groups().forEach(this::group);
        inventory
                .vars()
                .forEach((name, value) ->
                        groupVariable(ALL, name, new Written.Scalar(value, SourceRef.startOf("inventory"))));
        inventory.hosts().forEach(host -> adopt(host, inventory.vars()));
    }

    private void adopt(Host host, Map<String, Object> common) {
        host(
                host.name(),
                host.groups().isEmpty() ? UNGROUPED : host.groups().getFirst(),
                Optional.empty(),
                host.where());
        host.groups().forEach(group -> group(group).hosts.add(host.name()));
        hosts.get(host.name()).known = Optional.of(host);
        host.vars().forEach((name, value) -> {
            if (!value.equals(common.get(name))) {
                hostVariable(host.name(), name, new Written.Scalar(value, host.where()));
            }
        });
    }
}
