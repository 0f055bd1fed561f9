package dockdsl.schedule;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A command that comes by itself.
 *
 * @param key tells it from others, and what it is about
 * @param folder in which it runs
 * @param environment what it finds in its environment beyond what cron or systemd give
 * @param command the program and its arguments, none of which has a line break
 */
public record Scheduled(
        String key, Times times, Path folder, SequencedMap<String, String> environment, List<String> command) {
    public Scheduled {
        environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
        command = List.copyOf(command);
    }

    /** The site file: what stands behind {@code apply}. */
    public String file() {
        int apply = command.indexOf("apply");
        return apply < 0 || apply + 1 >= command.size() ? "" : command.get(apply + 1);
    }

    /** What stands behind an option of the command; empty when it was not given. */
    public Optional<String> option(String spelled) {
        int at = command.indexOf(spelled);
        return at < 0 || at + 1 >= command.size() ? Optional.empty() : Optional.of(command.get(at + 1));
    }

    /** The command for a shell. */
    String shellLine() {
        StringBuilder line =
                new StringBuilder("cd ").append(quoted(folder.toString())).append(" &&");
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            line.append(' ').append(variable.getKey()).append('=').append(quoted(variable.getValue()));
        }
        command.forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    private static String quoted(String word) {
        return word.matches("[a-zA-Z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /**
     * What {@link #shellLine} made.
     *
     * @param words of the line
     * @throws IndexOutOfBoundsException when it is nothing of that kind
     */
    static Scheduled of(String key, Times times, List<String> words) {
        SequencedMap<String, String> environment = new LinkedHashMap<>();
        int at = words.indexOf("&&") + 1;
        while (words.get(at).matches("[A-Z_]+=[\\s\\S]*")) {
            int equals = words.get(at).indexOf('=');
            environment.put(words.get(at).substring(0, equals), words.get(at).substring(equals + 1));
            at++;
        }
        return new Scheduled(key, times, Path.of(words.get(1)), environment, words.subList(at, words.size()));
    }
}
