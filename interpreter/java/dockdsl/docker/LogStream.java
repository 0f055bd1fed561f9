package dockdsl.docker;

import dockdsl.host.LogLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Consumer;

/**
 * Reads log lines with their stamps. The engine cuts lines of more than 16 KiB into pieces and puts a stamp before each; they are
 * joined again.
 */
final class LogStream {
    /** A longer line is cut here, so that no container fills the memory. */
    static final int LONGEST = 1 << 20;

    private static final int HEAD = 8;
    private static final int ERRORS = 2;

    /** What the engine's own log drivers take for one piece. */
    private static final int PIECE = 16 * 1024;

    private static final int LONGEST_STAMP = 36;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream(256);
    private final boolean error;
    private final Consumer<LogLine> to;
    private long nanos;
    private boolean begun;

    private LogStream(boolean error, Consumer<LogLine> to) {
        this.error = error;
        this.to = to;
    }

    /** @param hasTerminal whether the container has one: then nothing marks the pieces */
    static void read(InputStream body, boolean hasTerminal, Consumer<LogLine> to) throws IOException {
        InputStream buffered = new BufferedInputStream(body, 1 << 16);
        if (hasTerminal) {
            new LogStream(false, to).readBare(buffered);
        } else {
            readFramed(new DataInputStream(buffered), new LogStream(false, to), new LogStream(true, to));
        }
    }

    private static void readFramed(DataInputStream frames, LogStream out, LogStream err) throws IOException {
        byte[] head = new byte[HEAD];
        while (frames.readNBytes(head, 0, HEAD) == HEAD) {
            int length = Frames.length(head);
            byte[] piece = frames.readNBytes(length);
            if (piece.length < length) {
                throw new EOFException("the log ended in the middle of a line");
            }
            (head[0] == ERRORS ? err : out).piece(piece, 0, length);
        }
        out.end();
        err.end();
    }

    private void readBare(InputStream input) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int b = input.read(); b >= 0; b = input.read()) {
            line.write(b);
            if (b == '\n' || line.size() >= LONGEST) {
                pieces(line.toByteArray());
                line.reset();
            }
        }
        pieces(line.toByteArray());
        end();
    }

    /** On a terminal the pieces of a long line follow each other with nothing but their stamps between them. */
    private void pieces(byte[] line) {
        int start = 0;
        while (start < line.length) {
            int content = start + stamp(line, start, line.length);
            int end = content + PIECE;
            boolean more = end < line.length && stamp(line, end, line.length) > 0;
            piece(line, start, more ? end : line.length);
            start = more ? end : line.length;
        }
    }

    private void piece(byte[] bytes, int start, int end) {
        int stamp = stamp(bytes, start, end);
        if (!begun) {
            begun = true;
            nanos = stamp > 0 ? nanos(bytes, start, stamp - 1) : nanos;
        }
        boolean ends = end > start && bytes[end - 1] == '\n';
        int content = start + stamp;
        text.write(
                bytes, content, Math.max(0, Math.min(ends ? end - 1 : end, content + LONGEST - text.size()) - content));
        if (ends) {
            end();
        }
    }

    private void end() {
        if (begun) {
            String line = text.toString(StandardCharsets.UTF_8);
            to.accept(new LogLine(nanos, error, line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
            text.reset();
            begun = false;
        }
    }

    /** The length of the stamp at this place with the blank behind it; 0 when there is none. */
    private static int stamp(byte[] bytes, int start, int end) {
        int most = Math.min(end, start + LONGEST_STAMP);
        if (most - start < 21 || bytes[start + 4] != '-' || bytes[start + 10] != 'T' || bytes[start + 13] != ':') {
            return 0;
        }
        for (int i = start + 20; i < most; i++) {
            if (bytes[i] == ' ') {
                return i - start + 1;
            }
        }
        return 0;
    }

    /** Almost all stamps are UTC with nine digits behind the second; the few others are left to a slower reader. */
    private static long nanos(byte[] bytes, int start, int length) {
        if (length == 30 && bytes[start + 29] == 'Z' && bytes[start + 19] == '.') {
            long days = LocalDate.of(digits(bytes, start, 4), digits(bytes, start + 5, 2), digits(bytes, start + 8, 2))
                    .toEpochDay();
            long seconds = days * 86_400
                    + digits(bytes, start + 11, 2) * 3_600L
                    + digits(bytes, start + 14, 2) * 60L
                    + digits(bytes, start + 17, 2);
            return seconds * 1_000_000_000 + digits(bytes, start + 20, 9);
        }
        OffsetDateTime time = OffsetDateTime.parse(new String(bytes, start, length, StandardCharsets.US_ASCII));
        return time.toEpochSecond() * 1_000_000_000 + time.getNano();
    }

    private static int digits(byte[] bytes, int start, int count) {
        int number = 0;
        for (int i = start; i < start + count; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
