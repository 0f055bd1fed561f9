package dockdsl.docker;

import dockdsl.host.stream.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that was promised to have a certain size; opened when it is first read. */
final class ExactInput extends BulkInput {
    private final Path file;
    private long left;
    private InputStream content = InputStream.nullInputStream();
    private boolean opened;

    ExactInput(Path file, long size) {
        this.file = file;
        this.left = size;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        if (!opened) {
            opened = true;
            content = Files.newInputStream(file);
        }
        int count = content.read(bytes, offset, (int) Math.min(left, length));
        if (count < 0) {
            throw new IOException(file + " became shorter while it was sent");
        }
        left -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
