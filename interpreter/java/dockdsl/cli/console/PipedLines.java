package dockdsl.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Lines from a file or a pipe. */
public final class PipedLines implements LineSource {
    private final BufferedReader lines;
    private final Consumer<Boolean> before;
    private volatile boolean discarded;

    public PipedLines(InputStream input) {
        this(input, goesOn -> {});
    }

    /** @param before is told before each line that is read whether it goes on with the one before it */
    PipedLines(InputStream input, Consumer<Boolean> before) {
        this.lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        this.before = before;
    }

    /** What is still unfinished when the input ends is given as it is: somebody will complain about it. */
    @Override
    public Optional<String> next() {
        discarded = false;
        String line = read(false);
        StringBuilder whole = new StringBuilder(line == null ? "" : line);
        while (line != null && LineReading.of(whole.toString()) instanceof Meaning.Unfinished) {
            line = read(true);
            if (discarded) {
                discarded = false;
                whole.setLength(0);
                whole.append(line == null ? "" : line);
            } else {
                whole.append('\n').append(line == null ? "" : line);
            }
        }
        return line == null && whole.isEmpty() ? Optional.empty() : Optional.of(whole.toString());
    }

    private String read(boolean goesOn) {
        before.accept(goesOn);
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines before the one that is being read don't count any more. */
    void discard() {
        discarded = true;
    }

    /** Ctrl-C ends the process. */
    @Override
    public void whileWorking(Runnable work, Program program) {
        work.run();
    }

    @Override
    public void close() {
        // The input belongs to the process.
    }
}
