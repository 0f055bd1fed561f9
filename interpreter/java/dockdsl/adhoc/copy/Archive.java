package dockdsl.adhoc.copy;

import dockdsl.host.stream.BulkOutput;
import dockdsl.host.stream.Pieces;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/** A bundle as an archive that is made while it is read. */
final class Archive extends FilterInputStream {
    private static final int MOST_PIECES = 16;
    private static final int PIECE = 1 << 16;

    private final Thread writer;

    private Archive(Bundle bundle, String top, String last, Pieces pieces) {
        super(pieces);
        writer = Thread.startVirtualThread(() -> write(bundle, top, last, pieces));
    }

    static InputStream of(Bundle bundle, String top, String last) {
        return new Archive(bundle, top, last, new Pieces(MOST_PIECES));
    }

    private static void write(Bundle bundle, String top, String last, Pieces pieces) {
        try {
            try {
                bundle.writeTo(new BufferedOutputStream(new Pipe(pieces), PIECE), top, last);
                pieces.end();
            } catch (IOException e) {
                pieces.fail(e);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Pipe extends BulkOutput {
        private final Pieces pieces;

        Pipe(Pieces pieces) {
            this.pieces = pieces;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                pieces.put(Arrays.copyOfRange(bytes, offset, offset + length));
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("nobody reads it any more");
            }
        }
    }

    @Override
    public void close() throws IOException {
        writer.interrupt();
        super.close();
    }
}
