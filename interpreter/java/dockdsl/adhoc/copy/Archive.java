package dockdsl.adhoc.copy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A bundle as an archive that is made while it is read. */
final class Archive extends InputStream {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(16);
    private final Thread writer;
    private volatile IOException failure;
    private byte[] piece = END;
    private int next;
    private boolean ended;

    private Archive(Bundle bundle, String top, String last) {
        writer = Thread.startVirtualThread(() -> write(bundle, top, last));
    }

    static InputStream of(Bundle bundle, String top, String last) {
        return new Archive(bundle, top, last);
    }

    private void write(Bundle bundle, String top, String last) {
        try {
            try {
                bundle.writeTo(new BufferedOutputStream(new Pipe(), 1 << 16), top, last);
            } catch (IOException e) {
                failure = e;
            }
            pieces.put(END);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Pipe extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length > 0) {
                try {
                    pieces.put(Arrays.copyOfRange(bytes, offset, offset + length));
                } catch (InterruptedException closed) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("nobody reads it any more");
                }
            }
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (next == piece.length && !ended) {
            piece = take();
            next = 0;
            ended = piece == END;
        }
        if (ended) {
            if (failure != null) {
                throw failure;
            }
            return -1;
        }
        int count = Math.min(length, piece.length - next);
        System.arraycopy(piece, next, bytes, offset, count);
        next += count;
        return count;
    }

    private byte[] take() throws InterruptedIOException {
        try {
            return pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
