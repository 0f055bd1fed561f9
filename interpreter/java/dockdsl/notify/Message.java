package dockdsl.notify;

import dockdsl.value.Json;
import dockdsl.value.Occasion;
import dockdsl.value.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What there is to tell of a run. Whoever makes it has covered the secrets in it.
 *
 * @param environment empty for a site that has none
 * @param machine where the run was started, and by whom: {@code alice@laptop}
 * @param occasions what it is about, one at least
 * @param changes what was changed, such as {@code web1: replaced container web}
 * @param troubles what is wrong and was right before; several lines each
 * @param recovered what was wrong and is right again, by names
 */
public record Message(
        String site,
        String environment,
        String command,
        String machine,
        Instant when,
        Duration took,
        Set<Occasion> occasions,
        List<String> changes,
        List<String> troubles,
        List<String> recovered) {
    private static final int MOST_LINES = 50;

    public Message {
        occasions = Set.copyOf(occasions);
        changes = List.copyOf(changes);
        troubles = List.copyOf(troubles);
        recovered = List.copyOf(recovered);
    }

    /** One line: {@code shop (production): 2 changes, failed: host web2: nobody answers}. */
    public String summary() {
        String parts = String.join(
                ", ",
                Stream.of(counted(), failed(), wellAgain())
                        .filter(part -> !part.isEmpty())
                        .toList());
        return site + (environment.isEmpty() ? "" : " (" + environment + ")") + ": " + parts;
    }

    private String counted() {
        return changes.isEmpty() ? "" : changes.size() == 1 ? changes.getFirst() : changes.size() + " changes";
    }

    private String failed() {
        if (troubles.isEmpty()) {
            return "";
        }
        String first = troubles.getFirst().lines().findFirst().orElse("");
        return "failed: " + first + (troubles.size() > 1 ? " and " + (troubles.size() - 1) + " more" : "");
    }

    private String wellAgain() {
        return recovered.isEmpty() ? "" : "recovered: " + String.join(", ", recovered);
    }

    /** The whole of it, for people. */
    public String text() {
        StringBuilder text = new StringBuilder(summary()).append("\n");
        part("Wrong:", troubles, text);
        part("Right again:", recovered, text);
        part("Changed:", changes, text);
        long tenths = took.toMillis() / 100;
        text.append("\n")
                .append(command)
                .append(" by ")
                .append(machine)
                .append(" at ")
                .append(when)
                .append(", ");
        return text.append(tenths / 10)
                .append('.')
                .append(tenths % 10)
                .append(" s\n")
                .toString();
    }

    private static void part(String title, List<String> items, StringBuilder text) {
        if (!items.isEmpty()) {
            text.append("\n").append(title).append("\n");
            items.stream().limit(MOST_LINES).forEach(item -> text.append(item.indent(4)));
            if (items.size() > MOST_LINES) {
                text.append("    and ").append(items.size() - MOST_LINES).append(" more\n");
            }
        }
    }

    /** For programs. */
    public String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("site", site);
        fields.put("environment", environment);
        fields.put("command", command);
        fields.put("machine", machine);
        fields.put("when", when.toString());
        fields.put("seconds", took.toMillis() / 1000.0);
        fields.put(
                "occasions", occasions.stream().sorted().map(Occasion::toString).toList());
        fields.put("summary", summary());
        fields.put("changes", changes);
        fields.put("troubles", troubles);
        fields.put("recovered", recovered);
        return Json.indented(new Tree(fields));
    }

    /** As Slack takes it: three characters mean something to it. */
    String slack() {
        String text = text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return Json.canonical(new Tree(Map.of("text", text)));
    }

    /** {@code change,failure}. */
    String occasionNames() {
        return occasions.stream().sorted().map(Occasion::toString).collect(Collectors.joining(","));
    }
}
