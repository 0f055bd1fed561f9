package dockdsl.lang;

import dockdsl.problem.Nearest;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.Problems;
import dockdsl.problem.SiteRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a site file and the files that it includes, each once. */
final class Inclusions {
    private final ScriptRunner runner;
    private final Problems problems;
    private final Set<Path> read = new HashSet<>();
    private final Deque<Path> open = new ArrayDeque<>();

    Inclusions(ScriptRunner runner, Problems problems) {
        this.runner = runner;
        this.problems = problems;
    }

    /** @throws NothingToWorkOn when there is no such file */
    void read(Path file, Scope scope) {
        SourceText source = SourceText.read(file);
        Path known = known(file);
        read.add(known);
        open.push(known);
        runner.run(source, scope);
        open.pop();
    }

    /** Reads a file into the scope that includes it; what is wrong with it is told. */
    void include(String name, Said said, Scope scope) {
        Path file = Path.of(said.places().file()).resolveSibling(name).normalize();
        if (!Files.exists(file)) {
            missing(file, said);
        } else if (open.contains(known(file))) {
            problems.add(
                    said.places().firstArgument(),
                    "'" + name + "' includes itself",
                    "It is read already when it comes to this line. Remove one of the two.");
        } else if (!read.contains(known(file))) {
            try {
                read(file, scope);
            } catch (SiteRejected rejected) {
                problems.addAll(rejected.problems());
            } catch (NothingToWorkOn unreadable) {
                problems.add(
                        said.places().firstArgument(),
                        unreadable.getMessage().replaceAll("\\.$", ""),
                        unreadable.remedy());
            }
        }
    }

    private void missing(Path file, Said said) {
        String hint = Nearest.to(file.getFileName().toString(), neighbours(file))
                .map(near -> "Did you mean '" + near + "'? ")
                .orElse("");
        problems.add(
                said.places().firstArgument(),
                "there is no file " + file,
                hint + "Paths start at the folder of the file that includes.");
    }

    private static List<String> neighbours(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".groovy"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Path known(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException unreadable) {
            return file.toAbsolutePath().normalize();
        }
    }
}
