package dockdsl.lang;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.Nearest;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import dockdsl.vocabulary.InventoryWords.HostLine;
import dockdsl.vocabulary.InventoryWords.Password;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Groups and hosts as they are declared, in any order, until they are one {@link Inventory}. */
final class InventoryDraft {
    private final NamedSecrets secrets;
    private final Problems problems;
    private final SequencedMap<String, Group> groups = new LinkedHashMap<>();
    private final SequencedMap<String, Entry> hosts = new LinkedHashMap<>();
    private final Map<String, Object> vars = new LinkedHashMap<>();

    InventoryDraft(NamedSecrets secrets, Problems problems) {
        this.secrets = secrets;
        this.problems = problems;
    }

    private static final class Group {
        final Map<String, Object> vars = new LinkedHashMap<>();
        final SequencedSet<String> hosts = new LinkedHashSet<>();
        final SequencedMap<String, SourceRef> children = new LinkedHashMap<>();
    }

    private record Entry(HostLine line, SourceRef where) {}

    void group(String name, Optional<String> parent, SourceRef where) {
        groups.computeIfAbsent(name, key -> new Group());
        parent.ifPresent(outer -> child(outer, name, where));
    }

    void child(String group, String child, SourceRef where) {
        groups.get(group).children.put(child, where);
    }

    void vars(Optional<String> group, Map<String, Object> more) {
        group.map(name -> groups.get(name).vars).orElse(vars).putAll(more);
    }

    /** One host line. A host may be named in several groups, but described once. */
    void host(HostLine line, Optional<String> group, SourceRef where) {
        for (String name : line.names()) {
            group.ifPresent(each -> groups.get(each).hosts.add(name));
            Entry before = hosts.get(name);
            if (before == null || before.line().onlyNames()) {
                hosts.put(name, new Entry(line, where));
            } else if (!line.onlyNames()) {
                problems.add(
                        where,
                        "host '" + name + "' is described twice",
                        "The first is in " + before.where().seenFrom(where) + ". In further groups only name it: host '"
                                + name + "'.");
            }
        }
    }

    /** The variables of the whole inventory, as far as it is read. */
    Map<String, Object> vars() {
        return vars;
    }

    Inventory build() {
        List<Host> all = new ArrayList<>();
        checkChildren();
        hosts.forEach((name, entry) -> all.add(host(name, entry)));
        return new Inventory(all, new LinkedHashSet<>(groups.keySet()), vars);
    }

    private void checkChildren() {
        groups.forEach((name, group) -> group.children.forEach((child, where) -> {
            if (!groups.containsKey(child)) {
                problems.add(
                        where,
                        "there is no group '" + child + "'",
                        Nearest.to(child, groups.keySet())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Declare it: group('" + child + "') { host 'web1' }."));
            } else if (child.equals(name)
                    || within(child, new LinkedHashSet<>()).contains(name)) {
                problems.add(where, "group '" + name + "' is inside of itself", "Remove one of the two.");
            }
        }));
    }

    private Host host(String name, Entry entry) {
        SequencedSet<String> memberships = memberships(name);
        Map<String, Object> own = new LinkedHashMap<>(vars);
        outermostFirst(memberships).forEach(group -> own.putAll(groups.get(group).vars));
        own.putAll(entry.line().vars());
        return new Host(
                name, memberships, own, access(name, entry), entry.line().privateAddress(), entry.where());
    }

    private Host.Access access(String name, Entry entry) {
        HostLine line = entry.line();
        return line.embedded()
                ? new Host.Embedded()
                : new Host.Ssh(
                        line.address().orElse(name),
                        line.port(),
                        line.user(),
                        line.key(),
                        line.jump(),
                        sudo(entry),
                        line.password().map(password -> secret(password, entry.where())),
                        List.of(),
                        Host.Ssh.USUAL_TIMEOUT);
    }

    private Host.Sudo sudo(Entry entry) {
        return entry.line()
                .sudoPassword()
                .map(password -> Host.Sudo.with(secret(password, entry.where())))
                .orElseGet(() -> entry.line().sudo().map(Host.Sudo::of).orElse(Host.Sudo.UNSAID));
    }

    private Secret secret(Password password, SourceRef where) {
        return switch (password) {
            case Password.From(SecretOrigin origin) ->
                secrets.password(origin, where).withoutLineBreak();
            case Password.Named(String name) -> secrets.take(name, where).withoutLineBreak();
        };
    }

    private SequencedSet<String> memberships(String host) {
        SequencedSet<String> all = new LinkedHashSet<>();
        groups.forEach((name, group) -> {
            boolean member = group.hosts.contains(host)
                    || within(name, new LinkedHashSet<>()).stream()
                            .anyMatch(inner -> groups.get(inner).hosts.contains(host));
            if (member) {
                all.add(name);
            }
        });
        return all;
    }

    /** The groups inside a group, at any depth. */
    private SequencedSet<String> within(String group, SequencedSet<String> found) {
        for (String child : groups.get(group).children.keySet()) {
            if (groups.containsKey(child) && found.add(child)) {
                within(child, found);
            }
        }
        return found;
    }

    private List<String> outermostFirst(SequencedSet<String> memberships) {
        List<String> sorted = new ArrayList<>();
        for (String group : memberships) {
            int place = 0;
            for (int i = 0; i < sorted.size(); i++) {
                if (within(sorted.get(i), new LinkedHashSet<>()).contains(group)) {
                    place = i + 1;
                }
            }
            boolean inside = place > 0;
            sorted.add(inside ? place : firstInside(sorted, group), group);
        }
        return sorted;
    }

    private int firstInside(List<String> sorted, String outer) {
        SequencedSet<String> inner = within(outer, new LinkedHashSet<>());
        for (int i = 0; i < sorted.size(); i++) {
            if (inner.contains(sorted.get(i))) {
                return i;
            }
        }
        return sorted.size();
    }
}
