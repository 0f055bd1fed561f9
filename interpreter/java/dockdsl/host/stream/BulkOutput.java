package dockdsl.host.stream;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that knows how to take many bytes at once; a single one is written as the shortest of such writes. */
public abstract class BulkOutput extends OutputStream {
    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;
}
