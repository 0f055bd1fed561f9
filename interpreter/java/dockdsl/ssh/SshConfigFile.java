package dockdsl.ssh;

import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads an SSH configuration file with those that it includes. */
final class SshConfigFile {
    private static final int DEEPEST = 16;

    private final Path home;

    SshConfigFile(Path home) {
        this.home = home;
    }

    List<SshConfigLine> read(Path file) {
        return read(file, List.of(), 0);
    }

    private List<SshConfigLine> read(Path file, List<SshConfigLine> enclosing, int depth) {
        var lines = new ArrayList<SshConfigLine>();
        var sections = enclosing;
        for (var line : linesOf(file)) {
            if (line.startsSection()) {
                sections = Stream.concat(enclosing.stream(), Stream.of(line)).toList();
            } else if (!line.keyword().equals("include")) {
                lines.add(line.under(sections));
            } else if (depth < DEEPEST) {
                lines.addAll(included(line, file, sections, depth));
            }
        }
        return lines;
    }

    private List<SshConfigLine> included(SshConfigLine include, Path from, List<SshConfigLine> sections, int depth) {
        return include.arguments().stream()
                .flatMap(pattern -> files(pattern, from))
                .flatMap(file -> read(file, sections, depth + 1).stream())
                .toList();
    }

    /** A relative name is meant from the folder of user configurations, or of system ones in a system one. */
    private Stream<Path> files(String pattern, Path from) {
        var base = from.startsWith("/etc/ssh") ? Path.of("/etc/ssh") : home.resolve(".ssh");
        var path = pattern.startsWith("~/") ? home + pattern.substring(1) : pattern;
        var whole = base.resolve(path).normalize();
        return matching(whole);
    }

    /** As glob(3): folders may be patterns too, and what begins with a dot is found only by what does. */
    private static Stream<Path> matching(Path pattern) {
        var found = Stream.of(pattern.getRoot());
        for (var name : pattern) {
            found = found.flatMap(folder -> entries(folder, name.toString())).toList().stream();
        }
        return found;
    }

    private static Stream<Path> entries(Path folder, String pattern) {
        if (!pattern.matches(".*[*?\\[].*")) {
            return Stream.of(folder.resolve(pattern));
        }
        try (var all = Files.newDirectoryStream(folder)) {
            var names = folder.getFileSystem().getPathMatcher("glob:" + pattern.replaceAll("[{}]", "\\\\$0"));
            var files = new ArrayList<Path>();
            all.forEach(files::add);
            return files.stream()
                    .filter(file -> names.matches(file.getFileName()))
                    .filter(file -> pattern.startsWith(".")
                            || !file.getFileName().toString().startsWith("."))
                    .sorted();
        } catch (IOException | PatternSyntaxException nothingThere) {
            return Stream.empty();
        }
    }

    private static List<SshConfigLine> linesOf(Path file) {
        var lines = new ArrayList<SshConfigLine>();
        try {
            var number = 0;
            for (var text : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                var place = new SourceRef(file.toString(), ++number, 1);
                SshConfigLine.read(text).map(line -> line.at(place)).ifPresent(lines::add);
            }
        } catch (IOException missingOrForbidden) {
            return List.of();
        }
        return lines;
    }
}
