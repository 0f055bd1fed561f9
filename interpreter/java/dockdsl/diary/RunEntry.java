package dockdsl.diary;

import dockdsl.value.Json;
import dockdsl.value.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run that was started on this machine.
 *
 * @param command such as {@code apply}
 * @param key of the site file with its environment, inventory and limit
 * @param file the absolute path of the site file
 * @param site its name; empty when the file could not be read
 * @param unattended whether it came by itself
 * @param changes what was changed, such as {@code web1: replaced container web}
 * @param unreachable hosts that did not answer
 * @param resting hosts that were not tried, because they did not answer several times
 * @param why what went wrong, in a line; may be empty
 * @param log the file that has more of it; may be empty
 */
public record RunEntry(
        Instant when,
        Duration took,
        String command,
        String key,
        String file,
        String site,
        boolean unattended,
        RunResult result,
        int exitCode,
        List<String> changes,
        List<String> unreachable,
        List<String> resting,
        String why,
        String log) {
    public RunEntry {
        changes = List.copyOf(changes);
        unreachable = List.copyOf(unreachable);
        resting = List.copyOf(resting);
    }

    /** Its fields for programs; those that say nothing are left out. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("when", when.toString());
        fields.put("seconds", took.toMillis() / 1000.0);
        fields.put("command", command);
        fields.put("key", key);
        fields.put("file", file);
        fields.put("site", site);
        fields.put("unattended", unattended);
        fields.put("result", result.toString());
        fields.put("exitCode", exitCode);
        fields.put("changes", changes);
        fields.put("unreachable", unreachable);
        fields.put("resting", resting);
        fields.put("why", why);
        fields.put("log", log);
        fields.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        return fields;
    }

    /** One line, with a line break at its end. */
    String line() {
        return Json.canonical(fields()) + "\n";
    }

    /** @throws RuntimeException when it is no such thing */
    static RunEntry of(Tree fields) {
        return new RunEntry(
                Instant.parse(fields.text("when")),
                Duration.ofMillis(Math.round(fields.find("seconds")
                                .map(Number.class::cast)
                                .map(Number::doubleValue)
                                .orElse(0.0)
                        * 1000)),
                fields.text("command"),
                fields.text("key"),
                fields.text("file"),
                fields.text("site"),
                fields.flag("unattended"),
                RunResult.named(fields.text("result")),
                (int) fields.number("exitCode"),
                fields.texts("changes"),
                fields.texts("unreachable"),
                fields.texts("resting"),
                fields.text("why"),
                fields.text("log"));
    }
}
