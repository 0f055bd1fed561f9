package dockdsl.host;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A command for a host's POSIX shell.
 *
 * @param script what {@code /bin/sh -c} is given
 * @param asRoot whether it needs root: as it is when the user is root, else through {@code sudo -n}
 * @param input what it reads on standard input
 * @param timeout the longest it may take
 * @param called what messages call it, such as {@code the script that reads the ledger}
 */
public record Command(String script, boolean asRoot, byte[] input, Duration timeout, String called) {
    private static final int MOST_QUOTED = 60;

    /** What a command may take unless somebody says otherwise. */
    public static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);

    public Command {
        if (script.isBlank()) {
            throw new IllegalArgumentException("a command says what to run");
        }
        input = input.clone();
    }

    /** A shell script as it stands. */
    public static Command script(String script) {
        return new Command(script, false, new byte[0], USUAL_TIMEOUT, quotedStart(script));
    }

    /** A program and its arguments, each quoted so that the shell passes it on unchanged. */
    public static Command of(String program, String... arguments) {
        return script(quoted(program)
                + List.of(arguments).stream()
                        .map(argument -> " " + quoted(argument))
                        .collect(Collectors.joining()));
    }

    public Command asRootUser() {
        return new Command(script, true, input, timeout, called);
    }

    /** Another script in the same way, without input. */
    public Command running(String other) {
        return new Command(other, asRoot, new byte[0], timeout, called);
    }

    public Command reading(byte[] bytes) {
        return new Command(script, asRoot, bytes, timeout, called);
    }

    public Command within(Duration longest) {
        return new Command(script, asRoot, input, longest, called);
    }

    /** @param name for messages, where the start of the script says nothing to its reader */
    public Command called(String name) {
        return new Command(script, asRoot, input, timeout, name);
    }

    /** As much as helps to recognise it: the first line that does something. */
    public static String quotedStart(String script) {
        List<String> lines = script.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String first = lines.stream()
                .filter(line -> !line.matches("#.*|set -\\w+|((export )?\\w+=('[^']*'|[^\\s'\"]*)\\s*)+"))
                .findFirst()
                .orElse(lines.isEmpty() ? "" : lines.getFirst());
        String start = first.length() <= MOST_QUOTED ? first : first.substring(0, MOST_QUOTED - 3) + "...";
        return "`" + start + "`";
    }

    /** A word that a POSIX shell reads back as exactly this text. */
    public static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
