package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The variables in {@code group_vars/} and {@code host_vars/} beside an inventory, read when they are asked for. */
final class VarsFolder {
    private static final List<String> ENDINGS = List.of("", ".yml", ".yaml", ".json");
    private static final Set<String> READ = Set.of(".yml", ".yaml", ".json");
    private static final int DEEPEST = 10;

    private final Map<String, Path> groups;
    private final Map<String, Path> hosts;
    private final Decryption decryption;

    private VarsFolder(Map<String, Path> groups, Map<String, Path> hosts, Decryption decryption) {
        this.decryption = decryption;
        this.groups = groups;
        this.hosts = hosts;
    }

    /** @param folder in which the two folders may be; empty means the current one */
    static VarsFolder in(Path folder, Decryption decryption) {
        return new VarsFolder(entries(folder.resolve("group_vars")), entries(folder.resolve("host_vars")), decryption);
    }

    boolean isEmpty() {
        return groups.isEmpty() && hosts.isEmpty();
    }

    Map<String, Written> group(String name, Mistakes mistakes) {
        return variables(groups, name, mistakes);
    }

    Map<String, Written> host(String name, Mistakes mistakes) {
        return variables(hosts, name, mistakes);
    }

    private Map<String, Written> variables(Map<String, Path> entries, String name, Mistakes mistakes) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<String, Written> variables = new LinkedHashMap<>();
        ENDINGS.stream()
                .flatMap(ending -> Optional.ofNullable(entries.get(name + ending)).stream())
                .findFirst()
                .ifPresent(
                        found -> files(found, 0).forEach(file -> variables.putAll(read(file, decryption, mistakes))));
        return variables;
    }

    /** The files below a folder, or the file itself. */
    private static Stream<Path> files(Path path, int depth) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        return depth > DEEPEST
                ? Stream.empty()
                : entries(path).entrySet().stream()
                        .filter(entry -> isRead(entry.getKey(), entry.getValue()))
                        .flatMap(entry -> files(entry.getValue(), depth + 1));
    }

    private static boolean isRead(String name, Path path) {
        int dot = name.lastIndexOf('.');
        boolean noEnding = dot < 0;
        return dot != 0
                && !name.endsWith("~")
                && (Files.isDirectory(path) ? noEnding : noEnding || READ.contains(name.substring(dot)));
    }

    private static Map<String, Path> entries(Path folder) {
        Map<String, Path> entries = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.list(folder)) {
                paths.forEach(path -> entries.put(path.getFileName().toString(), path));
            } catch (IOException unreadable) {
                throw new dockdsl.problem.NothingToWorkOn(
                        "The folder " + folder + " can't be read.", "Check its permissions.", unreadable);
            }
        }
        return entries;
    }

    /** What a file of variables has in it. */
    static Map<String, Written> read(Path file, Decryption decryption, Mistakes mistakes) {
        Optional<Written> content = TextFile.read(file, decryption, mistakes)
                .flatMap(text ->
                        text.name().endsWith(".json") ? JsonTree.read(text, mistakes) : YamlTree.read(text, mistakes));
        return switch (content.orElse(new Written.Nothing(SourceRef.startOf(file.toString())))) {
            case Written.Fields fields -> fields.values();
            case Written.Nothing nothing -> Map.of();
            case Written other -> {
                mistakes.add(
                        other.where(),
                        "this file has " + other.kind() + " in it",
                        "A file of variables has names with values: domain: example.com.");
                yield Map.of();
            }
        };
    }
}
