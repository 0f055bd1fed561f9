package dockdsl.ssh;

import java.io.IOException;
import java.io.OutputStream;

/** Sends with every write what was written. */
final class Unbuffered extends OutputStream {
    private final OutputStream channel;

    Unbuffered(OutputStream channel) {
        this.channel = channel;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
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
