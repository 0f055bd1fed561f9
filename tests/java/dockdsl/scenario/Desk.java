package dockdsl.scenario;

import dockdsl.host.Command;
import dockdsl.lab.Lab;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The place a user works at: a folder with a site and an inventory, a home, and the command. */
final class Desk {
    private static final long LONGEST_RUN_SECONDS = 300;
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final Path COMMAND = Path.of("dockdsl").toAbsolutePath();

    private final Path folder;

    private Desk(Path folder) {
        this.folder = folder;
    }

    /** A desk from which the hosts of a lab are known. */
    static Desk at(Path folder, Lab lab) {
        Desk desk = new Desk(folder);
        desk.write("home/.ssh/known_hosts", contents(lab.knownHosts()));
        return desk;
    }

    static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hosts of the lab as an inventory that logs in as root. */
    static String inventory(Lab lab, String group, String... hosts) {
        StringBuilder text = new StringBuilder("group('" + group + "') {\n");
        for (String host : hosts) {
            text.append("    host '%s', address: '%s', user: 'root', key: '%s'%n"
                    .formatted(host, lab.address(host), lab.key()));
        }
        return text.append("}\n").toString();
    }

    /** Runs the command to its end. */
    Outcome dockdsl(String... arguments) {
        return dockdsl(Map.of(), arguments);
    }

    Outcome dockdsl(Map<String, String> environment, String... arguments) {
        return start(environment, arguments).end();
    }

    /** Runs a script in which {@code dockdsl} is the command and {@code $RESOURCES} the folder of the tests' resources. */
    Outcome shell(String script, String input) {
        write("input.txt", input);
        String all = "PATH=" + COMMAND.getParent() + ":$PATH RESOURCES="
                + Path.of("tests/resources").toAbsolutePath() + "\n" + script;
        return run(Map.of(), List.of("bash", "-c", all), folder.resolve("input.txt"))
                .end();
    }

    /** Starts the command and leaves it running. */
    Running start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /**
     * Starts the command on a terminal of its own; its exit code and the terminal's settings stand there in the end. Keys send
     * signals also where those are ignored, as behind an {@code &}.
     */
    Typist typing(String... arguments) {
        StringBuilder line = new StringBuilder("trap : INT; " + Command.quoted(COMMAND.toString()));
        for (String argument : arguments) {
            line.append(' ').append(Command.quoted(argument));
        }
        line.append("; echo \"exit code $?\"; stty -a; echo the terminal is closed");
        ProcessBuilder builder = new ProcessBuilder(
                        "env", "--default-signal", "script", "-q", "-c", line.toString(), "/dev/null")
                .directory(folder.toFile());
        settle(builder.environment());
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().put("TERM", "xterm");
        return new Typist(builder);
    }

    private void settle(Map<String, String> environment) {
        environment.put("HOME", folder.resolve("home").toString());
        environment.keySet().removeAll(List.of("XDG_CACHE_HOME", "SSH_AUTH_SOCK"));
    }

    private Running start(Map<String, String> environment, String... arguments) {
        List<String> words = new ArrayList<>(List.of(COMMAND.toString()));
        words.addAll(List.of(arguments));
        return run(environment, words, Path.of("/dev/null"));
    }

    private Running run(Map<String, String> environment, List<String> words, Path input) {
        try {
            Path out = Files.createTempFile(folder, "out", ".txt");
            Path err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(input.toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            settle(builder.environment());
            builder.environment().putAll(environment);
            return new Running(words, builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A command that may not have ended yet. */
    record Running(List<String> words, Process process, Path out, Path err) {
        /** As {@code kill -9}. */
        Running kill() {
            process.destroyForcibly();
            return this;
        }

        /** As {@code kill}, which ends a run as Ctrl-C does. */
        Running interrupt() {
            process.destroy();
            return this;
        }

        /** Waits until it writes this. @return false when it ends before */
        boolean tells(String text) {
            while (!contents(out).contains(text) && !contents(err).contains(text)) {
                if (!process.isAlive()) {
                    return false;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS);
            }
            return true;
        }

        Outcome end() {
            try {
                if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("it hangs: " + words + "\n" + contents(out) + contents(err));
                }
                return new Outcome(process.exitValue(), contents(out), contents(err));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** What a command left behind. */
    record Outcome(int exitCode, String out, String err) {
        @Override
        public String toString() {
            return "exit code " + exitCode + "\n--- out\n" + out + "--- err\n" + err;
        }
    }
}
