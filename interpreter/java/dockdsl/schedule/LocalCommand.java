package dockdsl.schedule;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of this machine that is run to its end. @param environment beside that of this process */
record LocalCommand(List<String> words, Map<String, String> environment, String ifMissing) {
    private static final long PATIENCE_SECONDS = 60;

    LocalCommand(List<String> words, String ifMissing) {
        this(words, Map.of(), ifMissing);
    }

    /** @param out byte by byte */
    record Result(int exitCode, byte[] out, String err) {}

    /** @throws NothingToWorkOn when it is not there or does not end */
    Result run(byte[] input) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            builder.environment().putAll(environment);
            Process process = builder.start();
            CompletableFuture<byte[]> out = CompletableFuture.supplyAsync(() -> bytes(process, false));
            CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> bytes(process, true));
            try (OutputStream to = process.getOutputStream()) {
                to.write(input);
            } catch (IOException ended) {
                // How it ended says why.
            }
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new NothingToWorkOn(
                        "`" + words.getFirst() + "` does not end.", "Try it by hand: " + String.join(" ", words));
            }
            return new Result(process.exitValue(), out.join(), new String(err.join(), StandardCharsets.UTF_8).strip());
        } catch (IOException missing) {
            throw new NothingToWorkOn("There is no `" + words.getFirst() + "` on this machine.", ifMissing, missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NothingToWorkOn("`" + words.getFirst() + "` was interrupted.", "", e);
        }
    }

    private static byte[] bytes(Process process, boolean errors) {
        try {
            return (errors ? process.getErrorStream() : process.getInputStream()).readAllBytes();
        } catch (IOException gone) {
            return new byte[0];
        }
    }
}
