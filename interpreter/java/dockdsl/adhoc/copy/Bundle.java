package dockdsl.adhoc.copy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A file or a folder of this machine, to be sent.
 *
 * @param name what it is called where it arrives in a folder; {@code .} for a folder whose content arrives there
 * @param size of its files, in bytes
 * @param files how many
 */
public record Bundle(Path source, String name, long size, int files) {
    /** @throws NoSuchFileException when it is not there; another exception when not all of it can be read */
    public static Bundle of(Path source) throws IOException {
        if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(source.toString());
        }
        boolean content = source.toString().equals(".") || source.endsWith(".");
        String name = content
                ? "."
                : source.toAbsolutePath().normalize().getFileName().toString();
        long size = 0;
        int files = 0;
        for (Path path : everything(source)) {
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                size += Files.size(path);
                files++;
            }
        }
        return new Bundle(source, name, size, files);
    }

    /** What is at a path and below it, folders before what is in them. */
    private static List<Path> everything(Path source) throws IOException {
        try (Stream<Path> all = Files.walk(source)) {
            return all.toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /**
     * Writes it as a tar archive and closes that.
     *
     * @param top what it is called in the archive
     * @param last a further empty file at the end, by which the other side knows that all of it came; none when empty
     */
    void writeTo(OutputStream to, String top, String last) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(to, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (Path path : everything(source)) {
                String below = source.relativize(path).toString();
                add(tar, path, below.isEmpty() ? top : top + "/" + below);
            }
            if (!last.isEmpty()) {
                tar.putArchiveEntry(new TarArchiveEntry(last));
                tar.closeArchiveEntry();
            }
        }
    }

    private static void add(TarArchiveOutputStream tar, Path path, String name) throws IOException {
        if (Files.isSymbolicLink(path)) {
            TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            link.setLinkName(Files.readSymbolicLink(path).toString());
            tar.putArchiveEntry(link);
        } else if (Files.isDirectory(path)) {
            TarArchiveEntry folder = new TarArchiveEntry(name + "/");
            describe(folder, path);
            tar.putArchiveEntry(folder);
        } else if (Files.isRegularFile(path)) {
            TarArchiveEntry file = new TarArchiveEntry(name);
            describe(file, path);
            file.setSize(Files.size(path));
            tar.putArchiveEntry(file);
            Files.copy(path, tar);
        } else {
            throw new IOException(path + " is neither a file, a folder nor a link");
        }
        tar.closeArchiveEntry();
    }

    private static void describe(TarArchiveEntry entry, Path path) throws IOException {
        entry.setMode(mode(Files.getPosixFilePermissions(path)));
        entry.setModTime(Files.getLastModifiedTime(path).toMillis());
    }

    private static int mode(Set<PosixFilePermission> permissions) {
        int mode = 0;
        for (PosixFilePermission permission : permissions) {
            mode |= 1 << PosixFilePermission.OTHERS_EXECUTE.ordinal() - permission.ordinal();
        }
        return mode;
    }
}
