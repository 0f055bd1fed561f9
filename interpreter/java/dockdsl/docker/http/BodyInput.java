package dockdsl.docker.http;

import dockdsl.host.stream.BulkInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer; what comes after it on the connection stays there. */
abstract sealed class BodyInput extends BulkInput {
    final MessageInput connection;

    private BodyInput(MessageInput connection) {
        this.connection = connection;
    }

    /** Whether all of it has been read, so that the next answer can follow. */
    abstract boolean isComplete();

    /** The most that may be read of the connection now; 0 at the end of the body. */
    abstract long available(int wanted) throws IOException;

    abstract void consumed(int count) throws IOException;

    final void skipToEnd() throws IOException {
        transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        long most = available(length);
        if (most == 0) {
            return -1;
        }
        int count = connection.read(bytes, offset, (int) Math.min(most, length));
        if (count < 0) {
            throw new EOFException("the connection ended in the middle of an answer");
        }
        consumed(count);
        return count;
    }

    /** Of the length that {@code Content-Length} told. */
    static final class Fixed extends BodyInput {
        private long left;

        Fixed(MessageInput connection, long length) {
            super(connection);
            this.left = length;
        }

        @Override
        boolean isComplete() {
            return left == 0;
        }

        @Override
        long available(int wanted) {
            return left;
        }

        @Override
        void consumed(int count) {
            left -= count;
        }
    }

    /** In chunks, each with its length. */
    static final class Chunked extends BodyInput {
        private long left;
        private boolean complete;

        Chunked(MessageInput connection) {
            super(connection);
        }

        @Override
        boolean isComplete() {
            return complete;
        }

        @Override
        long available(int wanted) throws IOException {
            if (left == 0 && !complete) {
                left = chunkSize(connection.line());
                if (left == 0) {
                    skipTrailers();
                    complete = true;
                }
            }
            return left;
        }

        @Override
        void consumed(int count) throws IOException {
            left -= count;
            if (left == 0 && !connection.line().isEmpty()) {
                throw new IOException("a chunk of the answer is longer than it said");
            }
        }

        private static long chunkSize(String line) throws IOException {
            int extension = line.indexOf(';');
            String size = extension < 0 ? line : line.substring(0, extension);
            try {
                return Long.parseUnsignedLong(size.strip(), 16);
            } catch (NumberFormatException e) {
                throw new IOException("not the size of a chunk: " + line, e);
            }
        }

        private void skipTrailers() throws IOException {
            while (!connection.line().isEmpty()) {}
        }
    }

    /** Everything up to the end of the connection. */
    static final class UntilEnd extends BodyInput {
        UntilEnd(MessageInput connection) {
            super(connection);
        }

        @Override
        boolean isComplete() {
            return false;
        }

        @Override
        long available(int wanted) {
            return wanted;
        }

        @Override
        void consumed(int count) {}

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return connection.read(bytes, offset, length);
        }
    }
}
