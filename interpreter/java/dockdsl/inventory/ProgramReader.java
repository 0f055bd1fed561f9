package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what a program prints for {@code --list}: groups, and the variables of hosts below {@code _meta}. */
final class ProgramReader {
    private static final String META = "_meta";
    private static final String HOSTVARS = "hostvars";
    private static final Set<String> SECTIONS = Set.of("hosts", "vars", "children");

    private final Draft draft;
    private final Mistakes mistakes;
    private final Set<String> hosts = new LinkedHashSet<>();

    private ProgramReader(Draft draft, Mistakes mistakes) {
        this.draft = draft;
        this.mistakes = mistakes;
    }

    /** @param variables asks the program for those of a host; used where it prints no {@code _meta} */
    static void read(Written list, Function<String, Optional<Written>> variables, Draft draft, Mistakes mistakes) {
        new ProgramReader(draft, mistakes).groups(list, variables);
    }

    private void groups(Written list, Function<String, Optional<Written>> variables) {
        if (!(list instanceof Written.Fields groups)) {
            mistakes.add(list.where(), "the program prints " + list.kind(), "It has to print an object of groups.");
            return;
        }
        groups.fields().forEach((name, field) -> {
            if (!name.equals(META)) {
                group(name, field);
            }
        });
        Optional<Written> known = Optional.ofNullable(groups.fields().get(META))
                .map(Written.Field::value)
                .filter(Written.Fields.class::isInstance)
                .map(meta -> ((Written.Fields) meta).fields().get(HOSTVARS))
                .map(Written.Field::value);
        Map<String, Written.Field> hostvars =
                known.map(each -> fields(HOSTVARS, each)).orElse(Map.of());
        for (String host : hosts) {
            Optional<Written> own = known.isPresent()
                    ? Optional.ofNullable(hostvars.get(host)).map(Written.Field::value)
                    : variables.apply(host);
            own.ifPresent(value -> fields("host '" + host + "'", value)
                    .forEach((name, field) -> draft.hostVariable(host, name, field.value())));
        }
    }

    private void group(String name, Written.Field field) {
        draft.group(name);
        switch (field.value()) {
            case Written.Fields body
            when body.fields().keySet().stream().noneMatch(SECTIONS::contains) -> {
                host(name, name, field.key());
                variables(name, body);
            }
            case Written.Fields body -> sections(name, body);
            case Written other -> hosts(name, other);
        }
    }

    private void sections(String group, Written.Fields body) {
        body.fields().forEach((section, content) -> {
            switch (section) {
                case "hosts" -> hosts(group, content.value());
                case "vars" -> variables(group, content.value());
                case "children" ->
                    names("children of group '" + group + "'", content.value())
                            .forEach((child, where) -> draft.child(group, child, where));
                default -> {}
            }
        });
    }

    private void hosts(String group, Written list) {
        names("hosts of group '" + group + "'", list).forEach((host, where) -> host(host, group, where));
    }

    private void host(String name, String group, SourceRef where) {
        if (name.isBlank()) {
            mistakes.add(where, "a host of group '" + group + "' has no name", "Give it one.");
            return;
        }
        hosts.add(name);
        draft.host(name, group, Optional.empty(), where);
    }

    private void variables(String group, Written value) {
        fields("vars of group '" + group + "'", value)
                .forEach((name, field) -> draft.groupVariable(group, name, field.value()));
    }

    private Map<String, SourceRef> names(String what, Written value) {
        Map<String, SourceRef> names = new LinkedHashMap<>();
        List<Written> items = value instanceof Written.Items list ? list.items() : List.of(value);
        for (Written item : items) {
            if (value instanceof Written.Items && item instanceof Written.Scalar(String name, SourceRef where)) {
                names.putIfAbsent(name, where);
            } else {
                mistakes.add(item.where(), what + ": here stands " + item.kind(), "Print a list of names: [\"web1\"].");
            }
        }
        return names;
    }

    private Map<String, Written.Field> fields(String what, Written value) {
        return switch (value) {
            case Written.Fields fields -> fields.fields();
            case Written.Nothing nothing -> Map.of();
            case Written other -> {
                mistakes.add(other.where(), what + ": here stands " + other.kind(), "Print an object of variables.");
                yield Map.of();
            }
        };
    }
}
