package dockdsl.doctor;

import dockdsl.value.ShellWords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.PatternSyntaxException;

/**
 * The user's configuration of SSH with the files that it includes, and what {@code ssh} itself has against it.
 *
 * @param files those that are there
 * @param missing includes that lead nowhere: {@code work.conf (line 3 of /home/me/.ssh/config)}
 * @param objections lines in which {@code ssh} says why it does not start
 */
record SshConfiguration(List<Path> files, List<String> missing, List<String> objections) {
    private static final int DEEPEST = 16;
    private static final int PATIENCE_SECONDS = 5;

    SshConfiguration {
        files = List.copyOf(files);
        missing = List.copyOf(missing);
        objections = List.copyOf(objections);
    }

    static SshConfiguration of(Path home) {
        Path config = home.resolve(".ssh/config");
        if (!Files.exists(config)) {
            return new SshConfiguration(List.of(), List.of(), List.of());
        }
        Reading reading = new Reading(home, new ArrayList<>(), new ArrayList<>());
        reading.read(config, 0);
        return new SshConfiguration(
                reading.files(), reading.missing(), Files.isReadable(config) ? said(config) : List.of());
    }

    /** What is read and what is not found while includes are followed. */
    private record Reading(Path home, List<Path> files, List<String> missing) {
        void read(Path file, int depth) {
            files.add(file);
            if (depth == DEEPEST) {
                return;
            }
            List<String> lines = lines(file);
            for (int number = 1; number <= lines.size(); number++) {
                for (String name : included(lines.get(number - 1))) {
                    follow(name, "line " + number + " of " + file, depth);
                }
            }
        }

        /** A relative name is meant from the folder of the user's configuration; a pattern may stand for nothing. */
        private void follow(String name, String where, int depth) {
            Path path = home.resolve(".ssh").resolve(name.startsWith("~/") ? home + name.substring(1) : name);
            if (name.matches(".*[*?\\[].*")) {
                matching(path).stream().filter(next -> !files.contains(next)).forEach(next -> read(next, depth + 1));
            } else if (!Files.exists(path)) {
                missing.add(name + " (" + where + ")");
            } else if (!files.contains(path)) {
                read(path, depth + 1);
            }
        }
    }

    private static List<Path> matching(Path pattern) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> folder = Files.newDirectoryStream(
                pattern.getParent(), pattern.getFileName().toString())) {
            folder.forEach(files::add);
        } catch (IOException | PatternSyntaxException nothing) {
            return List.of();
        }
        return files;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file, StandardCharsets.ISO_8859_1) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** What stands behind {@code Include}, in any spelling that SSH has for it. */
    private static List<String> included(String line) {
        String[] parts = line.strip().split("\\s*=\\s*|\\s+", 2);
        if (parts.length < 2 || !parts[0].toLowerCase(Locale.ROOT).equals("include")) {
            return List.of();
        }
        try {
            return ShellWords.split(parts[1]);
        } catch (RuntimeException unbalanced) {
            return List.of();
        }
    }

    /** As it reads the file for some host, without connecting anywhere; nothing where there is no {@code ssh}. */
    private static List<String> said(Path config) {
        ProcessBuilder ssh = new ProcessBuilder("ssh", "-G", "-F", config.toString(), "localhost");
        ssh.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        try {
            Process process = ssh.start();
            try {
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                return ended && process.exitValue() != 0 ? objections(process) : List.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException none) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> objections(Process process) throws IOException {
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines()
                .map(String::strip)
                .filter(line -> line.matches(".*\\bline \\d+.*"))
                .toList();
    }
}
