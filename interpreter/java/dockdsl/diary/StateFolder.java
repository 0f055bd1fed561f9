package dockdsl.diary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A folder of this user alone in which runs leave what later ones need: folders have mode 700, files 600. */
public record StateFolder(Path path) {
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("----w--w-");
    private static final FileAttribute<?> OWN_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> OWN_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * The first of these that can be written to: {@code $XDG_STATE_HOME/dockdsl}, {@code ~/.local/state/dockdsl}, {@code
     * /var/tmp/dockdsl-USER}, the same below the folder for temporary files. Where none can, the first.
     *
     * @param home may be no folder at all, as of a user who has none
     */
    public static StateFolder ofUser(Path home, Map<String, String> environment, String user) {
        List<Path> candidates = new ArrayList<>();
        String said = environment.getOrDefault("XDG_STATE_HOME", "");
        if (said.startsWith("/")) {
            candidates.add(Path.of(said).resolve("dockdsl"));
        }
        if (home.isAbsolute()) {
            candidates.add(home.resolve(".local").resolve("state").resolve("dockdsl"));
        }
        candidates.add(Path.of("/var/tmp").resolve("dockdsl-" + user));
        candidates.add(Path.of(System.getProperty("java.io.tmpdir")).resolve("dockdsl-" + user));
        return firstUsable(candidates);
    }

    static StateFolder firstUsable(List<Path> candidates) {
        return new StateFolder(candidates.stream()
                .filter(StateFolder::isUsable)
                .findFirst()
                .orElse(candidates.getFirst())
                .toAbsolutePath());
    }

    private static boolean isUsable(Path folder) {
        try {
            Files.createDirectories(folder, OWN_FOLDER);
            return isOwn(folder) && Files.isWritable(folder);
        } catch (IOException | UnsupportedOperationException unusable) {
            return false;
        }
    }

    /** What others may write to could hold anything. */
    private static boolean isOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        PosixFileAttributes attributes =
                Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return !attributes.isSymbolicLink()
                && attributes.owner().getName().equals(System.getProperty("user.name"))
                && Collections.disjoint(attributes.permissions(), OF_OTHERS);
    }

    /** A folder in it. */
    public StateFolder within(String name) {
        return new StateFolder(path.resolve(name));
    }

    public Path file(String name) {
        return path.resolve(name);
    }

    /** Makes the folder if there is none. */
    void make() throws IOException {
        Files.createDirectories(path, OWN_FOLDER);
    }

    /** The text of a file; empty when there is none or it can't be read. */
    Optional<String> read(String name) {
        try {
            return Optional.of(Files.readString(file(name), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Replaces the file as a whole. */
    void replace(String name, String text) throws IOException {
        make();
        Path whole = Files.createTempFile(path, name, ".new", OWN_FILE);
        try {
            Files.writeString(whole, text, StandardCharsets.UTF_8);
            Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** Adds to the end of the file, in one piece. */
    void append(String name, String text) throws IOException {
        make();
        Path file = file(name);
        if (!Files.exists(file)) {
            Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), OWN_FILE)
                    .close();
        }
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    /** In bytes; zero when there is no such file. */
    long size(String name) throws IOException {
        try {
            return Files.size(file(name));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }
}
