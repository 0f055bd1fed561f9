package dockdsl.diary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right of one process of this machine to go on while others don't. The kernel ends it with the process. */
public final class Turn implements AutoCloseable {
    private final FileChannel channel;

    private Turn(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process has it. @throws IOException when the file can't be made */
    public static Optional<Turn> take(StateFolder folder, String name) throws IOException {
        folder.append(name, "");
        FileChannel channel = FileChannel.open(folder.file(name), StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Turn(channel));
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // It is taken all the same.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
