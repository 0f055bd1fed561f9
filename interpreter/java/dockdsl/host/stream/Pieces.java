package dockdsl.host.stream;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What one thread puts in, another reads as a stream; whoever is faster waits. */
public final class Pieces extends BulkInput {
    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> pieces;
    private volatile IOException failure;
    private volatile boolean closed;
    private byte[] piece = END;
    private int next;
    private boolean ended;

    /** @param most pieces that may wait to be read, at least 1 */
    public Pieces(int most) {
        pieces = new ArrayBlockingQueue<>(most);
    }

    /** Waits while too many have not been read; what comes after {@link #close} goes nowhere. @param bytes are not changed any more */
    public void put(byte[] bytes) throws InterruptedException {
        if (bytes.length > 0 && !closed) {
            pieces.put(bytes);
        }
    }

    /** Nothing more is put in. */
    public void end() throws InterruptedException {
        pieces.put(END);
    }

    /** Nothing more is put in; whoever reads to the end gets this exception instead. */
    public void fail(IOException why) throws InterruptedException {
        failure = why;
        end();
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
