package dockdsl.adhoc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One input that every host gets from its first byte on, as it comes, whenever the host begins. */
public final class SharedInput {
    private static final int MOST = 256 << 20;

    private final List<byte[]> chunks = new ArrayList<>();
    private boolean ended;

    private SharedInput() {}

    /** Nothing to read. */
    public static SharedInput none() {
        SharedInput input = new SharedInput();
        input.ended = true;
        return input;
    }

    /** Reads on a thread of its own, which may wait for ever: it ends with the process. Keeps 256 MiB at most. */
    public static SharedInput of(InputStream source) {
        SharedInput input = new SharedInput();
        Thread.ofPlatform().daemon().name("input").start(() -> input.readAll(source));
        return input;
    }

    private void readAll(InputStream source) {
        byte[] bytes = new byte[32 * 1024];
        int size = 0;
        try {
            for (int count = source.read(bytes); count >= 0 && size < MOST; count = source.read(bytes)) {
                append(Arrays.copyOf(bytes, count));
                size += count;
            }
        } catch (IOException closed) {
            // What came until then is the input.
        } finally {
            end();
        }
    }

    private synchronized void append(byte[] chunk) {
        chunks.add(chunk);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Writes all of it and closes; returns early when the other side takes no more. */
    void copyTo(OutputStream to) {
        try (to) {
            int sent = 0;
            for (Optional<byte[]> next = chunk(sent); next.isPresent(); next = chunk(++sent)) {
                to.write(next.get());
            }
        } catch (IOException ended) {
            // The command ended without reading everything, as it may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for it; empty when there will be none. */
    private synchronized Optional<byte[]> chunk(int index) throws InterruptedException {
        while (chunks.size() <= index && !ended) {
            wait();
        }
        return chunks.size() > index ? Optional.of(chunks.get(index)) : Optional.empty();
    }
}
