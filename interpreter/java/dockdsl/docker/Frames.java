package dockdsl.docker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Takes apart a stream in which an engine mixes the output and the errors of a process, each piece with a head of 8 bytes. */
final class Frames {
    private static final int ERRORS = 2;
    private static final int HEAD = 8;

    private Frames() {}

    /** Reads to the end of the stream. @throws IOException also when it ends in the middle of a piece */
    static void separate(InputStream mixed, OutputStream out, OutputStream err) throws IOException {
        DataInputStream frames = new DataInputStream(mixed);
        for (byte[] head = frames.readNBytes(HEAD); head.length == HEAD; head = frames.readNBytes(HEAD)) {
            byte[] piece = new byte[length(head)];
            frames.readFully(piece);
            (head[0] == ERRORS ? err : out).write(piece);
        }
    }

    /** Output and errors as they came. */
    static byte[] joined(InputStream mixed) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        separate(mixed, all, all);
        return all.toByteArray();
    }

    static int length(byte[] head) {
        return (head[4] & 0xff) << 24 | (head[5] & 0xff) << 16 | (head[6] & 0xff) << 8 | head[7] & 0xff;
    }
}
