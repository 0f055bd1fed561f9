package dockdsl.cli.json;

import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.value.Json;
import dockdsl.value.Secret;
import dockdsl.value.SecretVariable;
import dockdsl.value.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An inventory as JSON, in the form in which Ansible's inventory programs print it, so that Ansible can read it in turn. */
public final class InventoryDocument {
    private InventoryDocument() {}

    /** All groups with all of their hosts, and the variables of all hosts. */
    public static String of(Inventory inventory) {
        Map<String, Object> variables = new LinkedHashMap<>();
        Map<String, List<String>> members = new LinkedHashMap<>();
        List<String> alone = new ArrayList<>();
        inventory.groups().forEach(group -> members.put(group, new ArrayList<>()));
        for (Host host : inventory.hosts()) {
            variables.put(host.name(), variables(host));
            host.groups().forEach(group -> members.get(group).add(host.name()));
            if (host.groups().isEmpty()) {
                alone.add(host.name());
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("_meta", Map.of("hostvars", variables));
        document.put("all", all(members, alone));
        members.forEach((group, hosts) -> document.put(group, Map.of("hosts", hosts)));
        return Json.indented(new Tree(document));
    }

    private static Map<String, Object> all(Map<String, List<String>> members, List<String> alone) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("children", List.copyOf(members.keySet()));
        if (!alone.isEmpty()) {
            all.put("hosts", alone);
        }
        return all;
    }

    /** The variables of one host. */
    public static String of(Host host) {
        return Json.indented(new Tree(variables(host)));
    }

    private static Map<String, Object> variables(Host host) {
        Map<String, Object> variables = new LinkedHashMap<>();
        host.vars().forEach((name, value) -> variables.put(name, shown(value)));
        switch (host.access()) {
            case Host.Embedded() -> variables.putIfAbsent("ansible_connection", "local");
            case Host.Ssh ssh -> way(host.name(), ssh, variables);
        }
        return variables;
    }

    /** What other inventories say of the way to a host, in Ansible's words. */
    private static void way(String name, Host.Ssh ssh, Map<String, Object> variables) {
        if (!ssh.address().equals(name)) {
            variables.putIfAbsent("ansible_host", ssh.address());
        }
        ssh.port().ifPresent(port -> variables.putIfAbsent("ansible_port", port));
        ssh.user().ifPresent(user -> variables.putIfAbsent("ansible_user", user));
        ssh.keyFile().ifPresent(file -> variables.putIfAbsent("ansible_ssh_private_key_file", file));
        ssh.jump().ifPresent(jump -> variables.putIfAbsent("ansible_ssh_common_args", "-o ProxyJump=" + jump));
        switch (ssh.sudo().use()) {
            case IF_NEEDED -> {}
            case ALWAYS -> variables.putIfAbsent("ansible_become", true);
            case NEVER -> variables.putIfAbsent("ansible_become", false);
        }
    }

    private static Object shown(SecretVariable variable) {
        Optional<Object> encrypted = variable.encrypted().map(text -> Map.of("__ansible_vault", text));
        return encrypted.orElseGet(() -> variable.secret().toString());
    }

    private static Object shown(Object value) {
        return switch (value) {
            case SecretVariable variable -> shown(variable);
            case Secret secret -> secret.toString();
            case List<?> list -> list.stream().map(InventoryDocument::shown).toList();
            case Map<?, ?> map -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                map.forEach((name, each) -> fields.put(String.valueOf(name), shown(each)));
                yield fields;
            }
            default -> value;
        };
    }
}
