package dockdsl.adhoc.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks an archive that somebody else made, beside its place, and then moves it there. Whatever the archive says, nothing is
 * written outside of it.
 */
public final class Landing {
    private static final String TEMPORARY = ".dockdsl-";

    private final Path place;
    private final Path unpacking;
    private final Map<Path, Integer> folders = new LinkedHashMap<>();
    private int files;
    private long size;

    private Landing(Path place, Path unpacking) {
        this.place = place;
        this.unpacking = unpacking;
    }

    /** @param size in bytes */
    public record Landed(int files, long size) {}

    /**
     * @param target into it when it is a folder, else it
     * @param name what it is called in a folder; {@code .} for content that arrives in the target itself
     */
    public static Landed land(InputStream archive, Path target, String name) throws IOException {
        Path place = Files.isDirectory(target) && !name.equals(".") ? target.resolve(name) : target;
        Path parent = place.toAbsolutePath().getParent();
        if (!Files.isDirectory(parent)) {
            throw new IOException("there is no folder " + parent);
        }
        Path unpacking = Files.createTempDirectory(parent, TEMPORARY);
        try {
            Landing landing = new Landing(place, unpacking);
            landing.unpack(archive);
            move(unpacking.resolve("it"), place);
            return new Landed(landing.files, landing.size);
        } finally {
            remove(unpacking);
        }
    }

    private void unpack(InputStream archive) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(archive, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            unpack(entry, tar);
        }
        archive.transferTo(OutputStream.nullOutputStream());
        if (!Files.exists(unpacking.resolve("it"), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("nothing came for " + place);
        }
        for (Map.Entry<Path, Integer> folder : new ArrayList<>(folders.entrySet()).reversed()) {
            Files.setPosixFilePermissions(folder.getKey(), permissions(folder.getValue()));
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = inside(entry.getName());
        if (entry.isDirectory()) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(path);
            }
            folders.put(path, entry.getMode());
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Path other = inside(entry.getLinkName());
            if (!Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("a link to something that did not come: " + entry.getLinkName());
            }
            Files.copy(other, path, StandardCopyOption.COPY_ATTRIBUTES);
            files++;
        } else if (entry.isFile()) {
            size += Files.copy(content, path);
            files++;
            Files.setPosixFilePermissions(path, permissions(entry.getMode()));
            Files.setLastModifiedTime(
                    path, FileTime.from(entry.getLastModifiedTime().toInstant()));
        }
    }

    /** The first part of every name is what the thing is called elsewhere. */
    private Path inside(String name) throws IOException {
        List<String> parts = new ArrayList<>(List.of(name.split("/+")));
        parts.removeIf(part -> part.isEmpty() || part.equals("."));
        if (parts.isEmpty() || parts.contains("..")) {
            throw new IOException("a name that does not belong there: " + name);
        }
        Path path = unpacking.resolve("it");
        for (String part : parts.subList(1, parts.size())) {
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("a name below something that is no folder: " + name);
            }
            path = path.resolve(part);
        }
        return path;
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission permission : PosixFilePermission.values()) {
            if ((mode & 1 << PosixFilePermission.OTHERS_EXECUTE.ordinal() - permission.ordinal()) != 0) {
                permissions.add(permission);
            }
        }
        return permissions;
    }

    /** A folder that is there already keeps what it has beside. */
    private static void move(Path from, Path to) throws IOException {
        boolean folder = Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS);
        if (!folder || !Files.isDirectory(to)) {
            if (!folder && Files.isDirectory(to)) {
                throw new IOException(to + " is a folder");
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
            for (Path entry : entries) {
                move(entry, to.resolve(entry.getFileName().toString()));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                Files.setPosixFilePermissions(path, permissions(0700));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                Files.delete(path);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path path, IOException e) throws IOException {
                Files.delete(path);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
