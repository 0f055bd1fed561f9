package dockdsl.inventory;

import dockdsl.problem.Nearest;
import dockdsl.problem.SourceRef;
import dockdsl.value.Malformed;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Ansible's INI inventories, line by line. */
final class IniReader {
    private static final Pattern SECTION = Pattern.compile("\\[([^:\\]\\s]+)(?::(\\w+))?]\\s*(?:#.*)?");
    private static final Pattern GROUP = Pattern.compile("([^:\\]\\s]+)\\s*(?:#.*)?");

    private final TextFile file;
    private final Draft draft;
    private final Mistakes mistakes;
    private final Set<String> declared;
    private final Map<String, SourceRef> variablesOf = new LinkedHashMap<>();
    private final Map<Child, SourceRef> children = new LinkedHashMap<>();
    private String group = Draft.UNGROUPED;
    private Kind kind = Kind.HOSTS;

    private enum Kind {
        HOSTS,
        VARS,
        CHILDREN,
        UNKNOWN
    }

    private record Child(String parent, String name) {}

    private IniReader(TextFile file, Draft draft, Mistakes mistakes) {
        this.file = file;
        this.draft = draft;
        this.mistakes = mistakes;
        this.declared = new LinkedHashSet<>(draft.groups());
    }

    static void read(TextFile file, Draft draft, Mistakes mistakes) {
        new IniReader(file, draft, mistakes).read();
    }

    private void read() {
        List<String> lines = file.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int indent = lines.get(i).indexOf(line);
            SourceRef where = new SourceRef(file.name(), i + 1, indent + 1);
            if (!line.isEmpty() && line.charAt(0) != '#' && line.charAt(0) != ';') {
                line(line, where);
            }
        }
        variablesOf.forEach(this::checkVariablesOf);
        children.forEach(this::link);
    }

    private void line(String line, SourceRef where) {
        Matcher section = SECTION.matcher(line);
        if (section.matches()) {
            section(section.group(1), section.group(2) == null ? "hosts" : section.group(2), where);
        } else if (line.startsWith("[") && (line.endsWith("]") || line.indexOf(']') < 0)) {
            kind = Kind.UNKNOWN;
            mistakes.add(
                    where,
                    "'" + shortened(line) + "' is not a section",
                    "Write [group], [group:vars] or [group:children], without blanks.");
        } else {
            content(line, where);
        }
    }

    private void section(String name, String suffix, SourceRef where) {
        group = name;
        kind = switch (suffix) {
            case "hosts" -> Kind.HOSTS;
            case "vars" -> Kind.VARS;
            case "children" -> Kind.CHILDREN;
            default -> Kind.UNKNOWN;
        };
        switch (kind) {
            case UNKNOWN -> mistakes.add(where, "[" + name + ":" + suffix + "] is no kind of section", kinds(suffix));
            case VARS -> variablesOf.putIfAbsent(name, where);
            case HOSTS, CHILDREN -> {
                declared.add(name);
                draft.group(name);
            }
        }
    }

    private static String kinds(String suffix) {
        return (Nearest.hint(suffix, List.of("vars", "children", "hosts"))
                        + " Write [group], [group:vars] or [group:children].")
                .strip();
    }

    private void content(String line, SourceRef where) {
        switch (kind) {
            case HOSTS -> hosts(line, where);
            case VARS -> variable(line, where);
            case CHILDREN -> child(line, where);
            case UNKNOWN -> {}
        }
    }

    private void hosts(String line, SourceRef where) {
        try {
            List<IniWord> words = IniWord.split(line);
            HostPattern hosts = HostPattern.read(words.getFirst().text());
            Map<String, Written> variables = hostVariables(words.subList(1, words.size()), where);
            for (String host : hosts.names()) {
                draft.host(host, group, hosts.port(), where);
                variables.forEach((name, value) -> draft.hostVariable(host, name, value));
            }
        } catch (Malformed wrong) {
            mistakes.add(where, wrong);
        }
    }

    /** What follows a word that is no variable is not looked at. */
    private Map<String, Written> hostVariables(List<IniWord> words, SourceRef line) {
        Map<String, Written> variables = new LinkedHashMap<>();
        for (IniWord word : words) {
            SourceRef where = new SourceRef(line.file(), line.line(), line.column() + word.column() - 1);
            int equals = word.text().indexOf('=');
            if (equals < 1) {
                mistakes.add(
                        where,
                        "'" + shortened(word.text()) + "' is not a variable",
                        "Behind a host stand name=value, without blanks around =; values with blanks stand in quotes. Every host has its own line.");
                break;
            }
            variables.put(word.text().substring(0, equals), scalar(word.text().substring(equals + 1), where));
        }
        return variables;
    }

    private void variable(String line, SourceRef where) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            mistakes.add(
                    where,
                    "'" + shortened(line) + "' is not a variable",
                    "In [" + group + ":vars] every line is name=value.");
            return;
        }
        draft.groupVariable(
                group,
                line.substring(0, equals).strip(),
                scalar(line.substring(equals + 1).strip(), where));
    }

    private void child(String line, SourceRef where) {
        Matcher name = GROUP.matcher(line);
        if (name.matches()) {
            children.putIfAbsent(new Child(group, name.group(1)), where);
        } else {
            mistakes.add(
                    where,
                    "'" + shortened(line) + "' is not the name of a group",
                    "In [" + group + ":children] every line is one group's name.");
        }
    }

    private void checkVariablesOf(String name, SourceRef where) {
        if (!declared.contains(name)) {
            mistakes.add(where, "[" + name + ":vars] gives variables to a group that is not declared", remedy(name));
        }
    }

    private void link(Child child, SourceRef where) {
        if (declared.contains(child.name())) {
            draft.child(child.parent(), child.name(), where);
        } else {
            mistakes.add(where, "there is no group '" + child.name() + "'", remedy(child.name()));
        }
    }

    private String remedy(String name) {
        return Nearest.to(name, declared)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Declare it: [" + name + "] and its hosts below.");
    }

    private static Written scalar(String raw, SourceRef where) {
        return new Written.Scalar(IniValue.text(raw), where);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
