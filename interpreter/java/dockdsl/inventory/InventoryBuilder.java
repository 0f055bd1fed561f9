package dockdsl.inventory;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.problem.SourceRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Makes hosts of a draft: each with its groups, its variables by Ansible's precedence, and the way to it. */
final class InventoryBuilder {
    private final Draft draft;
    private final List<VarsFolder> folders;
    private final Mistakes mistakes;
    private final GroupOrder order;
    private final Map<List<String>, Shared> shared = new HashMap<>();

    /** What hosts of the same groups have in common. */
    private record Shared(SequencedSet<String> groups, Map<String, Written> written, Map<String, Object> plain) {}

    private InventoryBuilder(Draft draft, List<VarsFolder> folders, Mistakes mistakes) {
        this.draft = draft;
        this.folders = folders;
        this.mistakes = mistakes;
        this.order = GroupOrder.of(draft.groupsByName(), mistakes);
    }

    /** @param folders of variables beside the inventories, in their order */
    static Inventory build(Draft draft, List<VarsFolder> folders, Mistakes mistakes) {
        InventoryBuilder builder = new InventoryBuilder(draft, folders, mistakes);
        mistakes.throwIfAny();
        Inventory inventory = builder.inventory();
        mistakes.throwIfAny();
        return inventory;
    }

    private Inventory inventory() {
        Map<String, List<String>> direct = directGroups();
        List<Host> hosts = new ArrayList<>();
        draft.hostsByName().forEach((name, entry) -> hosts.add(host(name, entry, direct.get(name))));
        SequencedSet<String> groups = new LinkedHashSet<>(draft.groups());
        groups.remove(Draft.ALL);
        if (hosts.stream().noneMatch(host -> host.groups().contains(Draft.UNGROUPED))) {
            groups.remove(Draft.UNGROUPED);
        }
        return new Inventory(hosts, groups, shared(List.of(Draft.ALL)).plain());
    }

    /** The groups in which a host is named; those without a group are in {@code ungrouped}. */
    private Map<String, List<String>> directGroups() {
        Map<String, List<String>> direct = new HashMap<>();
        draft.hostsByName().keySet().forEach(host -> direct.put(host, new ArrayList<>()));
        draft.groupsByName().forEach((name, group) -> {
            if (!name.equals(Draft.ALL) && !name.equals(Draft.UNGROUPED)) {
                group.hosts.forEach(host -> direct.get(host).add(name));
            }
        });
        direct.values().stream().filter(List::isEmpty).forEach(groups -> groups.add(Draft.UNGROUPED));
        return direct;
    }

    private Host host(String name, Draft.Entry entry, List<String> direct) {
        Shared common = shared.computeIfAbsent(direct, this::shared);
        Map<String, Written> own = new LinkedHashMap<>(entry.variables);
        folders.forEach(folder -> own.putAll(folder.host(name, mistakes)));
        Map<String, Object> plain = new LinkedHashMap<>(common.plain());
        own.forEach((variable, value) -> plain.put(variable, plain(variable, value)));
        SshVariables ssh = new SshVariables(
                name,
                variable -> find(variable, own, common.written()).or(() -> ofFile(variable, entry.where)),
                mistakes);
        return new Host(
                name,
                common.groups(),
                plain,
                ssh.access(entry.known.map(Host::access)),
                entry.known.flatMap(Host::privateAddress),
                entry.where);
    }

    private static Optional<Written> find(String variable, Map<String, Written> own, Map<String, Written> common) {
        return Optional.ofNullable(own.getOrDefault(variable, common.get(variable)));
    }

    /** Where a host is named is known to templates, as with Ansible. */
    private static Optional<Written> ofFile(String variable, SourceRef where) {
        Path file = Program.fileOf(where.file()).toAbsolutePath();
        return switch (variable) {
            case "inventory_file" -> Optional.of(new Written.Scalar(file.toString(), where));
            case "inventory_dir" ->
                Optional.of(new Written.Scalar(file.getParent().toString(), where));
            default -> Optional.empty();
        };
    }

    private Shared shared(List<String> direct) {
        List<String> groups = order.sorted(direct);
        Map<String, Written> written = new LinkedHashMap<>();
        groups.forEach(group -> written.putAll(draft.group(group).variables));
        folders.forEach(folder -> written.putAll(folder.group(Draft.ALL, mistakes)));
        folders.forEach(folder -> groups.stream()
                .filter(group -> !group.equals(Draft.ALL))
                .forEach(group -> written.putAll(folder.group(group, mistakes))));
        Map<String, Object> plain = new LinkedHashMap<>();
        written.forEach((variable, value) -> plain.put(variable, plain(variable, value)));
        return new Shared(order.members(direct), written, Collections.unmodifiableMap(plain));
    }

    private static Object plain(String variable, Written value) {
        return Passwords.hidden(variable, value.plain());
    }
}
