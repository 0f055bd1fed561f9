package dockdsl.ssh;

import dockdsl.host.stream.BulkOutput;
import java.io.IOException;
import java.io.OutputStream;

/** Sends with every write what was written. */
final class Unbuffered extends BulkOutput {
    private final OutputStream channel;

    Unbuffered(OutputStream channel) {
        this.channel = channel;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        channel.write(bytes, offset, length);
        channel.flush();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
