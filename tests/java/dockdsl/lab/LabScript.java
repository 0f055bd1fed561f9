package dockdsl.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Runs the script {@code tests/lab/lab}. */
final class LabScript {
    private static final Path SCRIPT = Path.of("tests/lab/lab").toAbsolutePath();
    private static final long MINUTES = 20;
    private static final Executor READERS = Thread.ofPlatform().daemon()::start;

    private LabScript() {}

    static LabOutput run(String command, String lab, List<String> arguments) {
        var words = new ArrayList<>(List.of(SCRIPT.toString(), command, "--name", lab));
        words.addAll(arguments);
        try {
            return run(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted in `" + String.join(" ", words) + "`", e);
        }
    }

    private static LabOutput run(List<String> words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).start();
        process.getOutputStream().close();
        var out = reading(process.getInputStream());
        var err = reading(process.getErrorStream());
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("`" + String.join(" ", words) + "` took more than " + MINUTES + " minutes");
        }
        return new LabOutput(String.join(" ", words), process.exitValue(), out.join(), err.join());
    }

    private static CompletableFuture<String> reading(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (stream) {
                        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                READERS);
    }
}
