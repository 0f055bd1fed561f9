package dockdsl.secret.local;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file whose content is replaced as a whole or not at all. Its permissions stay; a new file is its owner's alone. */
public final class KeptFile {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");

    private KeptFile() {}

    /** @throws NothingToWorkOn when it can't be written; then it is as it was, and nothing lies beside it */
    public static void replace(Path path, byte[] content) {
        try {
            Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path beside = Files.createTempFile(
                    file.getParent(), ".dockdsl-", ".new", PosixFilePermissions.asFileAttribute(OWNER));
            try {
                write(beside, content);
                if (Files.exists(file)) {
                    Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(file));
                }
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new NothingToWorkOn(
                    "The file " + path + " can't be written.", "Check its folder, its permissions and the disk.", e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }
}
