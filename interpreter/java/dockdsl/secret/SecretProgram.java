package dockdsl.secret;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.value.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs a program of this machine for the secret that it prints. */
final class SecretProgram {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private SecretProgram() {}

    static Secret run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(command, "did not end within " + PATIENCE.toSeconds() + "s.");
            }
            if (process.exitValue() != 0) {
                throw failed(command, "ended with " + process.exitValue() + ".");
            }
            return Secret.of(SecretSources.withoutLineBreak(output.join()));
        } catch (IOException unknown) {
            throw failed(command, "can't be started.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(command, "was interrupted.");
        }
    }

    private static byte[] read(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException gone) {
            return new byte[0];
        }
    }

    private static NothingToWorkOn failed(List<String> command, String how) {
        return new NothingToWorkOn(
                "The program " + command.getFirst() + ", which a secret comes from, " + how,
                "Try it by itself: " + String.join(" ", command));
    }
}
