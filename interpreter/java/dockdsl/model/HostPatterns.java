package dockdsl.model;

import dockdsl.problem.Nearest;
import dockdsl.value.HostRange;
import dockdsl.value.Malformed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Host patterns taken apart: what is chosen, what is intersected with, and what is taken away. */
record HostPatterns(
        List<String> plain, List<String> both, List<String> not, Inventory inventory, Map<String, Host> byName) {
    private static final Pattern RANGE = Pattern.compile(".*\\[\\w+[:-]\\w+.*].*");
    private static final Pattern SUBSCRIPT = Pattern.compile("(.+)\\[(-?\\d+)(?:([:-])(\\d*))?]");

    static HostPatterns parse(List<String> patterns, Inventory inventory) {
        Map<String, Host> byName = new HashMap<>();
        inventory.hosts().forEach(host -> byName.put(host.name(), host));
        HostPatterns parts =
                new HostPatterns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), inventory, byName);
        for (String pattern : patterns) {
            for (String part : split(pattern.strip(), inventory)) {
                switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                    case '&' -> parts.both.add(part.substring(1));
                    case '!' -> parts.not.add(part.substring(1));
                    case ' ' -> throw new Malformed("the pattern '" + pattern + "' has an empty part", Wording.HOW);
                    default -> parts.plain.add(part);
                }
            }
        }
        return parts;
    }

    private static List<String> split(String pattern, Inventory inventory) {
        if (pattern.startsWith("~") || inventory.host(pattern).isPresent()) {
            return List.of(pattern);
        }
        String separator = pattern.contains(",") ? "," : ":";
        return Stream.of(pattern.split(separator + "(?![^\\[]*])", -1))
                .map(String::strip)
                .toList();
    }

    /** The hosts that one part means. @throws Malformed when there is none */
    List<Host> hosts(String part) {
        List<Host> found = part.startsWith("~") ? matching(regex(part)) : named(part);
        if (found.isEmpty()) {
            throw new Malformed(
                    inventory.hasGroup(part) && !part.equals("all")
                            ? "the group '" + part + "' has no hosts"
                            : "no host and no group is called '" + part + "'",
                    Wording.remedy(part, inventory));
        }
        return found;
    }

    private List<Host> named(String part) {
        if (inventory.hasGroup(part)) {
            return inventory.group(part);
        }
        List<String> names = RANGE.matcher(part).matches() ? HostRange.expand(part) : List.of();
        Matcher subscript = SUBSCRIPT.matcher(part);
        if (subscript.matches()
                && inventory.hasGroup(subscript.group(1))
                && names.stream().noneMatch(byName::containsKey)) {
            return some(inventory.group(subscript.group(1)), subscript);
        }
        if (!names.isEmpty()) {
            return names.stream().flatMap(name -> hosts(name).stream()).toList();
        }
        if (part.matches(".*[*?\\[].*")) {
            Pattern wildcard = wildcard(part);
            List<Host> groups = inventory.groups().stream()
                    .filter(group -> wildcard.matcher(group).matches())
                    .flatMap(group -> inventory.group(group).stream())
                    .toList();
            return Stream.concat(groups.stream(), matching(wildcard).stream())
                    .distinct()
                    .toList();
        }
        return Optional.ofNullable(byName.get(part)).stream().toList();
    }

    private List<Host> matching(Pattern pattern) {
        return inventory.hosts().stream()
                .filter(host -> pattern.matcher(host.name()).lookingAt())
                .toList();
    }

    private static Pattern regex(String part) {
        try {
            return Pattern.compile(part.substring(1));
        } catch (PatternSyntaxException wrong) {
            throw new Malformed("'" + part + "' is not a regular expression", Wording.HOW);
        }
    }

    private static Pattern wildcard(String part) {
        StringBuilder regex = new StringBuilder();
        for (char c : part.toCharArray()) {
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                case '[', ']', '-' -> regex.append(c);
                case '!' -> regex.append('^');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Pattern.compile(regex.append('$').toString());
        } catch (PatternSyntaxException wrong) {
            throw new Malformed("'" + part + "' is not a pattern", Wording.HOW);
        }
    }

    private static List<Host> some(List<Host> members, Matcher subscript) {
        int first = index(subscript.group(2), members.size());
        boolean range = subscript.group(3) != null;
        int last = !range
                ? first
                : subscript.group(4).isEmpty() ? members.size() - 1 : index(subscript.group(4), members.size());
        return first < 0 || first >= members.size() || last < first
                ? List.of()
                : members.subList(first, Math.min(last + 1, members.size()));
    }

    private static int index(String digits, int size) {
        int index = Integer.parseInt(digits);
        return index < 0 ? size + index : index;
    }

    /** What to tell those whose pattern means nothing. */
    private static final class Wording {
        static final String HOW = "Write hosts, groups, all, 'web*', 'web[01:03]', 'web:db', 'web:&prod' or 'all:!db'.";

        static String remedy(String part, Inventory inventory) {
            if (inventory.groups().contains(part) && !inventory.hosts().isEmpty()) {
                return "Put one in: group('" + part + "') { host 'web1' }.";
            }
            if (inventory.hosts().isEmpty()) {
                return "There are no hosts yet. Give an inventory with -i, or declare them before the containers: host 'web1'.";
            }
            List<String> names = Stream.concat(
                            inventory.groups().stream(),
                            inventory.hosts().stream().map(Host::name))
                    .distinct()
                    .toList();
            Optional<String> hint = Nearest.to(part, names).map(name -> "Did you mean '" + name + "'?");
            return hint.orElseGet(() -> "The inventory has " + some(names));
        }

        private static String some(List<String> names) {
            return names.size() <= 12
                    ? String.join(", ", names) + "."
                    : String.join(", ", names.subList(0, 10)) + " and " + (names.size() - 10) + " more.";
        }
    }
}
