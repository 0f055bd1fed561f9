package dockdsl.adhoc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream of bytes into lines as they come. */
final class Lines {
    /** A longer line is cut here: somebody's binary file must not fill the memory. */
    private static final int LONGEST = 1 << 20;

    private final Consumer<String> to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(Consumer<String> to) {
        this.to = to;
    }

    /** Reads to the end; what stands behind the last line break is a line too. */
    void readAll(InputStream input) throws IOException {
        try {
            byte[] bytes = new byte[16 * 1024];
            for (int count = input.read(bytes); count >= 0; count = input.read(bytes)) {
                take(bytes, count);
            }
        } finally {
            if (line.size() > 0) {
                end();
            }
        }
    }

    private void take(byte[] bytes, int count) {
        int start = 0;
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                start = i + 1;
                end();
            } else if (line.size() + i - start >= LONGEST) {
                line.write(bytes, start, i - start);
                start = i;
                end();
            }
        }
        line.write(bytes, start, count - start);
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        to.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
