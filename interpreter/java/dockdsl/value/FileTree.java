package dockdsl.value;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file, or a folder with all that is in it, as it was when the site was read.
 *
 * @param nodes by their path in the folder, with slashes; the file or the folder itself has an empty one
 * @param digest of names, contents and links: 64 hexadecimal digits
 */
public record FileTree(SortedMap<String, Node> nodes, String digest) implements Contents {
    /** One thing in a folder. */
    public sealed interface Node {}

    /**
     * What is in a file is shown to nobody either.
     *
     * @param executable whether the file may be run by its owner
     */
    public record File(Secret content, boolean executable) implements Node {}

    /** A folder of its own. */
    public record Folder() implements Node {}

    /** A symbolic link. @param target as written in it */
    public record Link(String target) implements Node {}

    public FileTree {
        nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    }

    public static FileTree of(Map<String, Node> nodes) {
        SortedMap<String, Node> sorted = new TreeMap<>(nodes);
        Fingerprint fingerprint = new Fingerprint();
        sorted.forEach((name, node) -> add(name, node, fingerprint));
        return new FileTree(sorted, fingerprint.digits());
    }

    /** A file with this text in it, and nothing else. */
    public static FileTree of(String text) {
        return of(Map.of("", new File(Secret.of(text), false)));
    }

    private static void add(String name, Node node, Fingerprint fingerprint) {
        fingerprint.add(name);
        try {
            switch (node) {
                case File file ->
                    fingerprint
                            .add("file")
                            .add(new ByteArrayInputStream(file.content().reveal()));
                case Folder() -> fingerprint.add("folder");
                case Link(String target) -> fingerprint.add("link").add(target);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    public boolean isFolder() {
        return nodes.get("") instanceof Folder;
    }

    /** The paths of the files that may be run. */
    public List<String> programs() {
        return nodes.entrySet().stream()
                .filter(node -> node.getValue() instanceof File file && file.executable())
                .map(Map.Entry::getKey)
                .toList();
    }
}
