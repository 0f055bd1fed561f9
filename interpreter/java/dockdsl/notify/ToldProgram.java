package dockdsl.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program of this machine that gets the message on its standard input. */
record ToldProgram(List<String> command, Path folder) {
    private static final int ENOUGH = 4000;

    void tell(Message message) throws NotTold {
        ProcessBuilder builder = new ProcessBuilder(words()).redirectErrorStream(true);
        if (!folder.toString().isEmpty()) {
            builder.directory(folder.toFile());
        }
        builder.environment().put("DOCKDSL_SITE", message.site());
        builder.environment().put("DOCKDSL_OCCASION", message.occasionNames());
        builder.environment().put("DOCKDSL_SUMMARY", message.summary());
        try {
            Process process = builder.start();
            try {
                Thread.startVirtualThread(() -> feed(process, message.text()));
                end(process);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new NotTold("it can't be started: " + e.getMessage(), e);
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> words() {
        return command.size() == 1 ? List.of("/bin/sh", "-c", command.getFirst()) : command;
    }

    /** Who does not want to read need not. */
    private static void feed(Process process, String text) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException unread) {
            // How it ends says whether that was wrong.
        }
    }

    private static void end(Process process) throws NotTold, InterruptedException {
        CompletableFuture<String> said = new CompletableFuture<>();
        Thread.startVirtualThread(() -> said.complete(read(process.getInputStream())));
        int code = process.waitFor();
        if (code != 0) {
            String last = said.completeOnTimeout("", 1, TimeUnit.SECONDS)
                    .join()
                    .lines()
                    .reduce("", (before, line) -> line);
            throw new NotTold("it ended with " + code + (last.isEmpty() ? "" : ": " + last));
        }
    }

    private static String read(InputStream output) {
        try {
            byte[] said = output.readNBytes(ENOUGH);
            output.transferTo(OutputStream.nullOutputStream());
            return new String(said, StandardCharsets.UTF_8).strip();
        } catch (IOException gone) {
            return "";
        }
    }
}
