package dockdsl.cli.console;

import dockdsl.cli.screen.Echo;
import dockdsl.cli.screen.HiddenKeys;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is typed to a command. Nothing is read before it is there, and nothing more than is asked for: what comes when the command is
 * over belongs to the next line.
 */
public final class PatientInput extends InputStream implements HiddenKeys {
    private static final int MILLIS = 10;

    private final InputStream keys;
    private volatile boolean over;

    /** @param keys tells what is available, and buffers nothing */
    PatientInput(InputStream keys) {
        this.keys = keys;
    }

    /** Of the terminal that this process has as its standard input. */
    public static PatientInput ofProcess() {
        return new PatientInput(new FileInputStream(FileDescriptor.in));
    }

    @Override
    public int read() throws IOException {
        while (!over && keys.available() == 0) {
            try {
                Thread.sleep(MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
        }
        return over ? -1 : keys.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int key = length == 0 ? 0 : read();
        if (length > 0 && key >= 0) {
            bytes[offset] = (byte) key;
        }
        return key < 0 ? -1 : Math.min(1, length);
    }

    /** The question stands on the terminal that the keys come from. */
    @Override
    public Optional<char[]> readHidden(String question) throws IOException {
        try (Echo _ = Echo.off()) {
            say(question);
            Optional<char[]> line = line();
            say("\n");
            return line;
        }
    }

    private static void say(String text) throws IOException {
        new FileOutputStream(FileDescriptor.out).write(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<char[]> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int key = read(); key != '\n'; key = read()) {
            if (key < 0) {
                return Optional.empty();
            }
            line.write(key);
        }
        return Optional.of(line.toString(StandardCharsets.UTF_8).toCharArray());
    }

    @Override
    public int available() throws IOException {
        return over ? 0 : keys.available();
    }

    @Override
    public void close() {
        over = true;
    }
}
