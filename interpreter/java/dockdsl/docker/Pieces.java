package dockdsl.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What one thread puts in, another reads as a stream; whoever is faster waits. */
final class Pieces extends InputStream {
    private static final int MOST = 64;
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces = new ArrayBlockingQueue<>(MOST);
    private volatile IOException failure;
    private volatile boolean closed;
    private byte[] piece = END;
    private int next;
    private boolean ended;

    void put(byte[] bytes) throws InterruptedException {
        if (bytes.length > 0 && !closed) {
            pieces.put(bytes);
        }
    }

    void end() throws InterruptedException {
        pieces.put(END);
    }

    /** Whoever reads to the end gets this exception instead. */
    void fail(IOException why) throws InterruptedException {
        failure = why;
        end();
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

    /** Frees whoever waits to put something in. */
    @Override
    public void close() {
        closed = true;
        pieces.clear();
    }
}
