package dockdsl.cli.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines from a file or a pipe. */
public final class PipedLines implements LineSource {
    private final BufferedReader lines;

    public PipedLines(InputStream input) {
        this.lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /** What is still unfinished when the input ends is given as it is: somebody will complain about it. */
    @Override
    public Optional<String> next() {
        try {
            String line = lines.readLine();
            StringBuilder whole = new StringBuilder(line == null ? "" : line);
            while (line != null && LineReading.of(whole.toString()) instanceof Meaning.Unfinished) {
                line = lines.readLine();
                whole.append('\n').append(line == null ? "" : line);
            }
            return line == null && whole.isEmpty() ? Optional.empty() : Optional.of(whole.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
