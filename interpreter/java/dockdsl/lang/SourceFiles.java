package dockdsl.lang;

import dockdsl.value.FileTree;
import dockdsl.value.Malformed;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the files and folders that a site gives to containers, each once however many hosts get it. */
final class SourceFiles {
    private static final long MOST_MEGABYTES = 64;
    private static final long MOST = MOST_MEGABYTES << 20;

    private final Map<Path, FileTree> known = new HashMap<>();

    /**
     * @param name as the user wrote it, to speak of
     * @throws Malformed when there is nothing to read, or nothing that could be given
     */
    FileTree read(String name, Path path) {
        FileTree before = known.get(path);
        if (before != null) {
            return before;
        }
        try {
            FileTree tree = new Reading(name, path.toRealPath()).tree();
            known.put(path, tree);
            return tree;
        } catch (IOException unreadable) {
            throw new Malformed(
                    Files.exists(path) ? "'" + name + "' can't be read" : "there is no file or folder '" + name + "'",
                    Files.exists(path)
                            ? "Check the permissions of " + path + "."
                            : "Paths start at the folder of the site file; this one is " + path + ".");
        }
    }

    /** One walk through a file or a folder. */
    private static final class Reading {
        private final String name;
        private final Path root;
        private final Map<String, FileTree.Node> nodes = new TreeMap<>();
        private long size;

        Reading(String name, Path root) {
            this.name = name;
            this.root = root;
        }

        FileTree tree() throws IOException {
            take("", root);
            return FileTree.of(nodes);
        }

        private void take(String at, Path path) throws IOException {
            if (Files.isSymbolicLink(path)) {
                nodes.put(at, new FileTree.Link(target(at, path)));
            } else if (Files.isDirectory(path)) {
                nodes.put(at, new FileTree.Folder());
                for (Path child : children(path)) {
                    take(at.isEmpty() ? child.getFileName().toString() : at + "/" + child.getFileName(), child);
                }
            } else if (Files.isRegularFile(path)) {
                nodes.put(at, file(path));
            } else {
                throw new Malformed(
                        "'" + name + "' has " + (at.isEmpty() ? path : at) + " in it, which is neither file nor folder",
                        "Sockets, pipes and devices can't be given to a container this way.");
            }
        }

        private static List<Path> children(Path folder) throws IOException {
            try (Stream<Path> children = Files.list(folder)) {
                return children.toList();
            }
        }

        private FileTree.File file(Path path) throws IOException {
            size += Files.size(path);
            if (size > MOST) {
                throw new Malformed(
                        "'" + name + "' has more than " + MOST_MEGABYTES + " MB",
                        "Put what is that large into the image or into a volume.");
            }
            return new FileTree.File(Secret.of(Files.readAllBytes(path)), Files.isExecutable(path));
        }

        /** A link leads somewhere only if what it names goes along. */
        private String target(String at, Path link) throws IOException {
            Path target = Files.readSymbolicLink(link);
            boolean inside = !target.isAbsolute()
                    && link.resolveSibling(target).normalize().startsWith(root);
            if (!inside) {
                throw new Malformed(
                        "the link " + at + " in '" + name + "' leads out of it, to " + target,
                        "Put the file itself there, or link to something in the same folder.");
            }
            return target.toString();
        }
    }
}
