package dockdsl.inventory;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of inventories: which of its files are read, in the order of their names. */
final class SourceFolder {
    private static final Pattern LEFT_OUT =
            Pattern.compile("\\..*|.*(~|\\.(pyc|pyo|swp|bak|rpm|md|txt|rst|orig|ini|cfg|retry))");
    private static final Set<String> VARIABLES = Set.of("group_vars", "host_vars", "vars_plugins");
    private static final int DEEPEST = 10;

    private SourceFolder() {}

    /** @throws NothingToWorkOn when there is none */
    static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        collect(folder, files, 0);
        if (files.isEmpty()) {
            throw new NothingToWorkOn(
                    "There is no inventory in the folder " + folder + ".",
                    "Files that end with .ini, .cfg, .txt or .md are left out, as Ansible does; name them by themselves: -i "
                            + folder.resolve("hosts.ini") + ".");
        }
        return files;
    }

    private static void collect(Path folder, List<Path> files, int depth) {
        for (Path entry : entries(folder)) {
            if (!Files.isDirectory(entry)) {
                files.add(entry);
            } else if (depth < DEEPEST) {
                collect(entry, files, depth + 1);
            }
        }
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> isRead(entry.getFileName().toString()))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
                    .toList();
        } catch (IOException unreadable) {
            throw new NothingToWorkOn("The folder " + folder + " can't be read.", "Check its permissions.", unreadable);
        }
    }

    private static boolean isRead(String name) {
        return !LEFT_OUT.matcher(name).matches() && !VARIABLES.contains(name);
    }
}
