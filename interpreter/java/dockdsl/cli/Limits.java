package dockdsl.cli;

import dockdsl.cli.line.Invocation;
import dockdsl.cli.line.Option;
import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which hosts {@code --limit} names: by patterns, or by a file with one of them in each line, as in {@code --limit @failed.txt}. */
record Limits(Invocation invocation, Surroundings surroundings) {
    /** @throws NothingToWorkOn when a file can't be read or has no pattern in it */
    List<String> patterns() {
        return invocation.all(Option.LIMIT).stream()
                .flatMap(said -> said.startsWith("@") ? lines(said.substring(1)).stream() : Stream.of(said))
                .toList();
    }

    private List<String> lines(String name) {
        Path file = surroundings.folder().resolve(name);
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            List<String> patterns = lines.map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (patterns.isEmpty()) {
                throw new NothingToWorkOn(
                        "`--limit @" + name + "`: no host stands in the file.", "Write one pattern per line.");
            }
            return patterns;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new NothingToWorkOn(
                    "`--limit @" + name + "`: the file can't be read.",
                    "It is looked for at " + file.toAbsolutePath().normalize() + ".",
                    unreadable);
        }
    }
}
