package dockdsl.lang;

import dockdsl.model.BuildContext;
import dockdsl.model.BuildSpec;
import dockdsl.problem.Problems;
import dockdsl.problem.SourceRef;
import dockdsl.value.Contents;
import dockdsl.value.FileTree;
import dockdsl.value.FileUse;
import dockdsl.value.Malformed;
import dockdsl.vocabulary.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** The folder of a site file, or of one that it includes: relative paths start there. */
record SiteFolder(Path path) {
    /** That of the file that says it. */
    static SiteFolder of(Said said) {
        return of(said.where());
    }

    static SiteFolder of(SourceRef where) {
        return new SiteFolder(Path.of(where.file()).toAbsolutePath().normalize().getParent());
    }

    Path resolve(String relative) {
        return path.resolve(relative).normalize();
    }

    /** The folder that an image is built from; empty, and told why, when it is none. */
    Optional<BuildSpec> build(Kind<String> kind, Said said, Problems problems) {
        Path folder = said.read(kind, problems).map(this::resolve).orElse(path);
        if (!Files.isDirectory(folder)) {
            problems.add(
                    said.places().firstArgument(),
                    "there is no folder " + folder,
                    "Paths start at the folder of the site file.");
            return Optional.empty();
        }
        if (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
            problems.add(
                    said.places().firstArgument(),
                    "there is no Dockerfile in " + folder,
                    "Put one there, or name the folder that has it.");
            return Optional.empty();
        }
        try {
            return Optional.of(new BuildSpec(folder, BuildContext.of(folder).fingerprint()));
        } catch (UncheckedIOException unreadable) {
            problems.add(
                    said.places().firstArgument(),
                    "the folder " + folder + " can't be read",
                    "Check its permissions: " + unreadable.getMessage() + ".");
            return Optional.empty();
        }
    }

    /** The variables in these files, a later line and file winning. */
    SortedMap<String, String> variables(SortedSet<?> files, Said said, Problems problems) {
        SortedMap<String, String> variables = new TreeMap<>();
        for (Object file : files) {
            int number = 0;
            for (String line : read(resolve(String.valueOf(file)), said, problems)) {
                number++;
                if (!line.isBlank() && !line.strip().startsWith("#") && !variable(line.strip(), variables)) {
                    problems.add(
                            said.places().firstArgument(),
                            "line " + number + " of " + file + " is not NAME=value",
                            "Comments begin with #.");
                }
            }
        }
        return variables;
    }

    /** The same with what their sources hold; those that can't be read are left out, and told. */
    List<FileUse> read(List<FileUse> uses, SourceFiles files, Said said, Problems problems) {
        List<FileUse> read = new ArrayList<>();
        for (FileUse use : uses) {
            try {
                read.add(use.with(tree(use.contents(), files)));
            } catch (Malformed complaint) {
                problems.add(said.places().firstArgument(), complaint.getMessage(), complaint.remedy());
            }
        }
        return List.copyOf(read);
    }

    private FileTree tree(Contents contents, SourceFiles files) {
        return switch (contents) {
            case FileTree tree -> tree;
            case Contents.Source(String source) -> files.read(source, resolve(source));
        };
    }

    private static boolean variable(String line, SortedMap<String, String> variables) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            return false;
        }
        variables.put(line.substring(0, equals).strip(), line.substring(equals + 1));
        return true;
    }

    private static List<String> read(Path file, Said said, Problems problems) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            problems.add(
                    said.places().firstArgument(),
                    Files.exists(file) ? "the file " + file + " can't be read" : "there is no file " + file,
                    "Paths start at the folder of the site file; each line of it is NAME=value.");
            return List.of();
        }
    }
}
