package dockdsl.inventory;

import dockdsl.problem.SourceRef;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A program that prints an inventory, run within bounds of time and size. */
final class Program {
    private static final int MOST_BYTES = 64 << 20;
    private static final int ERROR_BYTES = 64 << 10;
    private static final int ERROR_LINES = 5;
    private static final Executor THREADS = Thread::startVirtualThread;

    private final Path file;
    private final Duration patience;
    private final Instant deadline;
    private final Decryption decryption;
    private final Mistakes mistakes;
    private final Printouts printouts;

    /** The file in which something stands, or the program that printed it, by the name in its place. */
    static Path fileOf(String name) {
        return Path.of(name.replaceFirst(" --(?:list|host \\S+)$", ""));
    }

    /** @param patience for all of its runs together */
    Program(Path file, Duration patience, Decryption decryption, Mistakes mistakes, Printouts printouts) {
        this.printouts = printouts;
        this.file = file;
        this.patience = patience;
        this.deadline = Instant.now().plus(patience);
        this.decryption = decryption;
        this.mistakes = mistakes;
    }

    /** What it prints for {@code --list}; empty when it is told to be wrong. */
    Optional<Written> list() {
        return output(List.of("--list")).flatMap(text -> JsonTree.read(text, mistakes));
    }

    /** What it prints for {@code --host name}. */
    Optional<Written> host(String name) {
        return output(List.of("--host", name))
                .filter(text -> !text.text().isBlank())
                .flatMap(text -> JsonTree.read(text, mistakes));
    }

    private Optional<TextFile> output(List<String> arguments) {
        String name = file + " " + String.join(" ", arguments);
        return printouts
                .of(file, arguments, () -> output(name, arguments))
                .map(text -> new TextFile(name, text, decryption, false));
    }

    private Optional<String> output(String name, List<String> arguments) {
        if (Instant.now().isAfter(deadline)) {
            tell(
                    "the program was not done after " + patience.toSeconds() + " s",
                    "Let it print _meta with the variables of all hosts, so that it runs only once.");
            return Optional.empty();
        }
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            return output(name, process);
        } catch (IOException wrong) {
            tell(
                    "the program can't be run: " + reason(wrong),
                    "Check its first line (#!/usr/bin/env python3) and its permissions.");
            return Optional.empty();
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(file.toAbsolutePath().toString()));
        command.addAll(arguments);
        return command;
    }

    private static String reason(IOException wrong) {
        String message = String.valueOf(wrong.getMessage());
        return message.substring(message.lastIndexOf(':') + 1).strip();
    }

    private Optional<String> output(String name, Process process) {
        CompletableFuture<byte[]> printed =
                CompletableFuture.supplyAsync(() -> first(process.getInputStream(), MOST_BYTES, process), THREADS);
        CompletableFuture<byte[]> complained =
                CompletableFuture.supplyAsync(() -> last(process.getErrorStream()), THREADS);
        try {
            boolean ended = process.waitFor(
                    Math.max(1, Duration.between(Instant.now(), deadline).toMillis()), TimeUnit.MILLISECONDS);
            if (!ended) {
                end(process);
                tell("the program was not done after " + patience.toSeconds() + " s", "Run it by hand: " + name);
                return Optional.empty();
            }
            byte[] bytes = printed.get(5, TimeUnit.SECONDS);
            return judged(name, process.exitValue(), bytes, lines(complained.get(5, TimeUnit.SECONDS)));
        } catch (InterruptedException interrupted) {
            end(process);
            Thread.currentThread().interrupt();
            throw new dockdsl.problem.RunInterrupted("Interrupted.", "", interrupted);
        } catch (ExecutionException | TimeoutException stuck) {
            end(process);
            tell(
                    "the program ended, but something that it started goes on printing",
                    "Let it wait for what it starts.");
            return Optional.empty();
        }
    }

    private Optional<String> judged(String name, int exit, byte[] bytes, String complaint) {
        if (bytes.length > MOST_BYTES) {
            tell("the program prints more than " + (MOST_BYTES >> 20) + " MB", "Run it by hand: " + name);
            return Optional.empty();
        }
        if (exit != 0) {
            tell(
                    "the program ended with " + exit + (complaint.isEmpty() ? "" : ": " + complaint),
                    "Run it by hand: " + name);
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            tell("the program prints something that is no text in UTF-8", "Run it by hand: " + name);
            return Optional.empty();
        }
    }

    private void tell(String what, String remedy) {
        mistakes.add(SourceRef.startOf(file.toString()), what, remedy);
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** All that is printed; a program that prints too much is ended. */
    private static byte[] first(InputStream stream, int most, Process process) {
        try (stream) {
            byte[] bytes = stream.readNBytes(most + 1);
            if (bytes.length > most) {
                end(process);
            }
            return bytes;
        } catch (IOException closed) {
            return new byte[0];
        }
    }

    /** The end of what is printed, however much it is. */
    private static byte[] last(InputStream stream) {
        byte[] end = new byte[0];
        try (stream) {
            for (byte[] more = stream.readNBytes(ERROR_BYTES); more.length > 0; more = stream.readNBytes(ERROR_BYTES)) {
                end = more;
            }
        } catch (IOException closed) {
            return end;
        }
        return end;
    }

    private static String lines(byte[] complaint) {
        List<String> lines = new String(complaint, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - ERROR_LINES), lines.size()))
                .replaceAll("\\p{Cntrl}", "?");
    }
}
