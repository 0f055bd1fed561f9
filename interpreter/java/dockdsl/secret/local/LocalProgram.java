package dockdsl.secret.local;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of this machine that prints a secret. It may ask its user: input and errors are those of dockdsl. */
public record LocalProgram(List<String> command) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public LocalProgram {
        command = List.copyOf(command);
    }

    /** What it printed, and how it ended. */
    public record Outcome(byte[] printed, int exit) {}

    /**
     * What it prints, byte by byte.
     *
     * @throws NothingToWorkOn when it fails, does not end within a minute or prints more than {@link LocalFile#MOST_BYTES}
     */
    public byte[] printed() {
        Outcome outcome = run();
        if (outcome.exit() != 0) {
            throw failed("ended with " + outcome.exit() + ".");
        }
        return outcome.printed();
    }

    /** Like {@link #printed}, for those who understand how it ends. */
    public Outcome run() {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try {
                return outcome(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException unknown) {
            throw failed("can't be started.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted.");
        }
    }

    private Outcome outcome(Process process) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
        byte[] printed = output.completeOnTimeout(new byte[0], PATIENCE.toNanos(), TimeUnit.NANOSECONDS)
                .join();
        if (printed.length > LocalFile.MOST_BYTES) {
            throw failed("prints more than " + (LocalFile.MOST_BYTES >> 20) + " MB.");
        }
        if (!process.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            throw failed("did not end within " + PATIENCE.toSeconds() + "s.");
        }
        return new Outcome(printed, process.exitValue());
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readNBytes(LocalFile.MOST_BYTES + 1);
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private NothingToWorkOn failed(String how) {
        return new NothingToWorkOn(
                "The program " + command.getFirst() + " " + how, "Try it by itself: " + String.join(" ", command));
    }
}
