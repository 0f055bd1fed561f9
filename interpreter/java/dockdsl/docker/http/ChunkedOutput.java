package dockdsl.docker.http;

import dockdsl.host.stream.BulkOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A body of unknown length: every write becomes a chunk, closing writes the last one and leaves the connection open. */
final class ChunkedOutput extends BulkOutput {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

    private final OutputStream connection;

    ChunkedOutput(OutputStream connection) {
        this.connection = connection;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return;
        }
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(length + 16);
        chunk.writeBytes(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(LINE_END);
        chunk.write(bytes, offset, length);
        chunk.writeBytes(LINE_END);
        connection.write(chunk.toByteArray());
    }

    @Override
    public void close() throws IOException {
        connection.write(LAST_CHUNK);
    }
}
