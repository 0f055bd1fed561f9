package dockdsl.host.stream;

import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how to give many bytes at once; a single one is read as the shortest of such reads. */
public abstract class BulkInput extends InputStream {
    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
