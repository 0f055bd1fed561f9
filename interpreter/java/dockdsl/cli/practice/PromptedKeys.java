package dockdsl.cli.practice;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Somebody who types, line by line, each when there is another prompt. */
public final class PromptedKeys extends InputStream {
    private static final String PROMPT = "> ";
    private static final int PAUSE_MILLIS = 10;
    private static final int PATIENCE_MILLIS = 10_000;

    private final byte[] keys;
    private final Supplier<String> shown;
    private int at;
    private int seen;

    /** @param shown everything that is on the screen */
    public PromptedKeys(String keys, Supplier<String> shown) {
        this.keys = keys.getBytes(StandardCharsets.UTF_8);
        this.shown = shown;
    }

    @Override
    public int read() {
        if (at == 0 || at < keys.length && keys[at - 1] == '\n') {
            awaitPrompt();
        }
        return at < keys.length ? keys[at++] : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        int key = length == 0 ? 0 : read();
        if (key > 0) {
            bytes[offset] = (byte) key;
        }
        return key < 0 ? -1 : Math.min(1, length);
    }

    private void awaitPrompt() {
        for (int waited = 0; waited < PATIENCE_MILLIS; waited += PAUSE_MILLIS) {
            int prompt = shown.get().indexOf(PROMPT, seen);
            if (prompt >= 0) {
                seen = shown.get().length();
                return;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
