package dockdsl.docker.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The incoming side of a connection, read in lines or bytes; closing it does nothing. */
final class MessageInput extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 16;

    MessageInput(InputStream connection) {
        super(new BufferedInputStream(connection, BUFFER));
    }

    /** The next line without its end. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = next(); c != '\n'; c = next()) {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("a line of the answer has more than " + LONGEST_LINE + " bytes");
            }
            line.append((char) c);
        }
        int end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }

    private int next() throws IOException {
        int c = read();
        if (c < 0) {
            throw new EOFException("the connection ended in the middle of an answer");
        }
        return c;
    }

    /** Whether nothing more comes; waits for a byte to know. */
    boolean isAtEnd() throws IOException {
        mark(1);
        boolean atEnd = read() < 0;
        if (!atEnd) {
            reset();
        }
        return atEnd;
    }

    @Override
    public void close() {}
}
