package dockdsl.scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody who types at a real terminal, and reads what stands on it. */
final class Typist implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String COLOUR = "\u001b\\[[0-9;]*m";

    private final Process terminal;
    private final OutputStream keyboard;
    private final StringBuffer screen = new StringBuffer();
    private int read;

    /** @param script of programs that has {@code script} of util-linux make the terminal */
    Typist(ProcessBuilder script) {
        try {
            terminal = script.redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keyboard = terminal.getOutputStream();
        Thread.ofPlatform().daemon().start(this::look);
    }

    private void look() {
        try {
            byte[] bytes = new byte[4096];
            for (int count; (count = terminal.getInputStream().read(bytes)) >= 0; ) {
                screen.append(new String(bytes, 0, count, StandardCharsets.UTF_8).replaceAll(COLOUR, ""));
            }
        } catch (IOException closed) {
            // There is no more to see.
        }
    }

    /** Waits until this stands on the screen, after what was waited for before. */
    Typist awaits(String text) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (screen.indexOf(text, read) < 0) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited for \"" + text + "\" and saw:\n" + screen);
            }
            LockSupport.parkNanos(5_000_000);
        }
        read = screen.indexOf(text, read) + text.length();
        return this;
    }

    Typist enters(String line) {
        return strikes(line + "\r");
    }

    Typist strikes(String keys) {
        try {
            keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
            keyboard.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands on the screen when everything has ended. */
    String end() {
        awaits("the terminal is closed");
        return screen.toString();
    }

    @Override
    public void close() {
        terminal.destroy();
        try {
            terminal.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
