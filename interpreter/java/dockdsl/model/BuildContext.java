package dockdsl.model;

import dockdsl.value.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is sent to the engine of a folder that an image is built from: all of it but what its {@code .dockerignore} leaves
 * out. The {@code Dockerfile} and the {@code .dockerignore} are always sent, as the engine reads them.
 */
public record BuildContext(Path folder, List<Entry> entries) {
    private static final String IGNORE_FILE = ".dockerignore";

    /**
     * @param name path in the folder, with slashes
     * @param path where it is on this machine
     */
    public record Entry(String name, Path path) {
        public boolean isLink() {
            return Files.isSymbolicLink(path);
        }

        public boolean isFolder() {
            return Files.isDirectory(path) && !isLink();
        }

        /** The only bit of a file's mode that reaches the image. */
        public boolean isExecutable() {
            return permissions().contains(PosixFilePermission.OWNER_EXECUTE);
        }

        private Set<PosixFilePermission> permissions() {
            try {
                return Files.getPosixFilePermissions(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Where a symbolic link points to, as written in it. */
        public String target() throws IOException {
            return Files.readSymbolicLink(path).toString();
        }
    }

    public BuildContext {
        entries = List.copyOf(entries);
    }

    /**
     * Lists the folder, sorted by name.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public static BuildContext of(Path folder) {
        try {
            IgnoreRules rules = IgnoreRules.read(folder.resolve(IGNORE_FILE));
            List<Entry> entries = new ArrayList<>();
            collect(folder, "", rules, entries);
            entries.sort(Comparator.comparing(Entry::name));
            return new BuildContext(folder, entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(Path folder, String prefix, IgnoreRules rules, List<Entry> entries) throws IOException {
        for (Path path : children(folder)) {
            Entry entry = new Entry(prefix + path.getFileName(), path);
            boolean ignored = rules.ignore(entry.name()) && !isAlwaysSent(entry.name());
            if (!ignored) {
                entries.add(entry);
            }
            if (entry.isFolder() && (!ignored || rules.haveExceptions())) {
                collect(path, entry.name() + "/", rules, entries);
            }
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(BuildContext::canBeSent).toList();
        }
    }

    /** Sockets and pipes cannot. */
    private static boolean canBeSent(Path path) {
        return Files.isSymbolicLink(path) || Files.isRegularFile(path) || Files.isDirectory(path);
    }

    private static boolean isAlwaysSent(String name) {
        return name.equals("Dockerfile") || name.equals(IGNORE_FILE);
    }

    /**
     * The same for the same names, contents, links and executable bits, on every machine and at any time.
     *
     * @return {@code sha256:} and 64 hexadecimal digits
     * @throws UncheckedIOException when a file cannot be read
     */
    public String fingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        try {
            for (Entry entry : entries) {
                add(entry, fingerprint);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "sha256:" + fingerprint.digits();
    }

    private static void add(Entry entry, Fingerprint fingerprint) throws IOException {
        fingerprint.add(entry.name());
        if (entry.isLink()) {
            fingerprint.add("link").add(entry.target());
        } else if (entry.isFolder()) {
            fingerprint.add("folder");
        } else {
            fingerprint.add(entry.isExecutable() ? "program" : "file");
            try (InputStream content = Files.newInputStream(entry.path())) {
                fingerprint.add(content);
            }
        }
    }
}
