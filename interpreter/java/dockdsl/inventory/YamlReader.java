package dockdsl.inventory;

import dockdsl.problem.Nearest;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Ansible's YAML inventories: groups with {@code hosts}, {@code vars} and {@code children}. */
final class YamlReader {
    private static final List<String> SECTIONS = List.of("hosts", "vars", "children");
    private static final String EXAMPLE = "Write for example: all: {hosts: {web1: {}}}, over several lines.";

    private final Draft draft;
    private final Mistakes mistakes;

    private YamlReader(Draft draft, Mistakes mistakes) {
        this.draft = draft;
        this.mistakes = mistakes;
    }

    static void read(Written content, Draft draft, Mistakes mistakes) {
        new YamlReader(draft, mistakes).file(content);
    }

    private void file(Written content) {
        switch (content) {
            case Written.Fields groups
            when groups.fields().containsKey("plugin") ->
                mistakes.add(
                        groups.fields().get("plugin").key(),
                        "this file configures a plugin of Ansible",
                        "dockdsl has no plugins. Let a program print the hosts: `ansible-inventory -i FILE --list`.");
            case Written.Fields groups -> groups.fields().forEach((name, field) -> group(name, field));
            case Written.Nothing nothing -> mistakes.add(nothing.where(), "the file is empty", EXAMPLE);
            case Written.Items list ->
                mistakes.add(
                        list.where(),
                        "here stands a list, as in a playbook",
                        "An inventory begins with groups. " + EXAMPLE);
            case Written other -> mistakes.add(other.where(), "here stands " + other.kind(), EXAMPLE);
        }
    }

    private void group(String name, Written.Field field) {
        if (name.isBlank()) {
            mistakes.add(field.key(), "the name of a group is empty", "Give it a name.");
            return;
        }
        draft.group(name);
        switch (field.value()) {
            case Written.Nothing nothing -> {}
            case Written.Fields sections ->
                sections.fields().forEach((section, content) -> section(name, section, content));
            case Written other ->
                mistakes.add(
                        other.where(),
                        "group '" + name + "' has " + other.kind() + " in it",
                        "In a group stand hosts:, vars: and children:.");
        }
    }

    private void section(String group, String section, Written.Field content) {
        switch (section) {
            case "hosts" -> entries(group, section, content).forEach((host, field) -> hosts(group, host, field));
            case "vars" ->
                entries(group, section, content)
                        .forEach((name, field) -> draft.groupVariable(group, name, field.value()));
            case "children" -> entries(group, section, content).forEach((child, field) -> child(group, child, field));
            default ->
                mistakes.add(
                        content.key(),
                        "'" + section + "' is no part of a group",
                        (Nearest.hint(section, SECTIONS)
                                        + " In a group stand hosts:, vars: and children:. Hosts and groups stand below them, two blanks further in.")
                                .strip());
        }
    }

    private Map<String, Written.Field> entries(String group, String section, Written.Field content) {
        return switch (content.value()) {
            case Written.Fields entries -> entries.fields();
            case Written.Nothing nothing -> Map.of();
            case Written.Scalar(String name, SourceRef where)
            when !section.equals("vars") -> Map.of(name, new Written.Field(where, new Written.Nothing(where)));
            case Written other -> {
                mistakes.add(
                        other.where(),
                        section + ": of group '" + group + "' has " + other.kind() + " in it",
                        section.equals("vars")
                                ? "Write names with values: domain: example.com."
                                : "Write names with a colon behind them, without a dash: web1:.");
                yield Map.of();
            }
        };
    }

    private void child(String group, String child, Written.Field field) {
        group(child, field);
        draft.child(group, child, field.key());
    }

    private void hosts(String group, String pattern, Written.Field field) {
        try {
            HostPattern hosts = HostPattern.read(pattern);
            Map<String, Written> variables = variables(pattern, field.value());
            for (String host : hosts.names()) {
                draft.host(host, group, hosts.port(), field.key());
                variables.forEach((name, value) -> draft.hostVariable(host, name, value));
            }
        } catch (Malformed wrong) {
            mistakes.add(field.key(), wrong);
        }
    }

    private Map<String, Written> variables(String host, Written value) {
        return switch (value) {
            case Written.Fields variables -> variables.values();
            case Written.Nothing nothing -> new LinkedHashMap<>();
            case Written other -> {
                mistakes.add(
                        other.where(),
                        "host '" + host + "' has " + other.kind() + " in it",
                        "Behind a host stand variables: ansible_host: 10.0.0.1, in a line of their own.");
                yield Map.of();
            }
        };
    }
}
