package dockdsl.cli;

import dockdsl.cli.line.ArgumentParser;
import dockdsl.cli.practice.PracticeEngine;
import dockdsl.cli.practice.PromptedKeys;
import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.ssh.PracticeHost;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jline.terminal.TerminalBuilder;

/**
 * The run that Java watches for its ahead-of-time cache: what users do most, done once to a host that is none. Nothing leaves
 * this process but files in a temporary folder, which go with it.
 */
public final class Training {
    private final Path folder;

    private Training(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        Logs.configure(List.of(), Surroundings.ofProcess().screen());
        train(Files.createTempDirectory("dockdsl-training"));
    }

    /** @param folder an empty one, which is removed in the end */
    static void train(Path folder) throws IOException {
        try (var engine = PracticeEngine.start(folder.resolve("engine.sock"));
                var host = PracticeHost.start(folder, engine.address(), Training::answer)) {
            new Training(folder).run(host);
        } finally {
            delete(folder);
        }
    }

    /** The lock is free. */
    private static String answer(String command) {
        return command.contains("flock") ? "dockdsl-lock held\n" : "";
    }

    private void run(PracticeHost host) throws IOException {
        var inventory = write(
                "inventory.groovy",
                "group('web') { host 'web1', address: '%s', port: %d, user: 'practice' }"
                        .formatted(host.address(), host.port()));
        var site = write("site.groovy", resource("site.groovy"));
        dockdsl("version");
        dockdsl("help", "apply");
        for (var command : List.of("plan", "apply", "apply")) {
            dockdsl(command, site, "--inventory", inventory);
        }
        console(site, "--inventory", inventory);
    }

    /** On a terminal that is none, as far as the machine has some. */
    private void console(String... arguments) throws IOException {
        var words = new ArrayList<>(List.of("console"));
        words.addAll(List.of(arguments));
        var shown = new ByteArrayOutputStream();
        var typed = new PromptedKeys("@web\nhostname\nhelp image\n\004", () -> shown.toString(StandardCharsets.UTF_8));
        try (var terminal = TerminalBuilder.builder()
                .system(false)
                .streams(typed, shown)
                .graphemeCluster(false)
                .build()) {
            var its = surroundings(shown, true);
            new ConsoleCommand(its, Wiring::real, new Interruption(its, words), () -> terminal)
                    .run(ArgumentParser.parse(words));
        }
        if (!shown.toString(StandardCharsets.UTF_8).contains("The image")) {
            throw new IllegalStateException(words + " said:\n" + shown.toString(StandardCharsets.UTF_8));
        }
    }

    private void dockdsl(String... arguments) {
        var said = new ByteArrayOutputStream();
        var surroundings = surroundings(said, false);
        var words = List.of(arguments);
        int code = new Dockdsl(surroundings, Wiring::real, new Interruption(surroundings, words)).run(words);
        if (code != ExitCode.OK) {
            throw new IllegalStateException(
                    words + " ended with " + code + ":\n" + said.toString(StandardCharsets.UTF_8));
        }
    }

    private Surroundings surroundings(OutputStream said, boolean onTerminal) {
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        var paint = onTerminal ? Paint.COLOURS : Paint.NONE;
        return new Surroundings(
                folder,
                folder,
                "practice",
                Map.of(),
                new Screen(print, print, paint, paint),
                InputStream.nullInputStream(),
                onTerminal,
                onTerminal);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String resource(String name) throws IOException {
        try (var file = Training.class.getResourceAsStream("/dockdsl/practice/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
