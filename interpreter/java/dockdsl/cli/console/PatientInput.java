package dockdsl.cli.console;

import java.io.IOException;
import java.io.InputStream;
import org.jline.utils.NonBlockingInputStream;

/** What is typed to a command that asks; once the command is over, nobody waits for it any more, and it is for the next line. */
final class PatientInput extends InputStream {
    private static final long MILLIS = 100;

    private final NonBlockingInputStream keys;
    private volatile boolean over;

    PatientInput(NonBlockingInputStream keys) {
        this.keys = keys;
    }

    @Override
    public int read() throws IOException {
        int key = over ? -1 : keys.read(MILLIS);
        while (key == NonBlockingInputStream.READ_EXPIRED
                && !Thread.currentThread().isInterrupted()) {
            key = keys.read(MILLIS);
        }
        return Math.max(-1, key);
    }

    /** No more than there is: the rest is for whoever comes next. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int key = read();
        if (key < 0) {
            return -1;
        }
        bytes[offset] = (byte) key;
        return 1;
    }
}
