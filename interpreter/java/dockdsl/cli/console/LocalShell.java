package dockdsl.cli.console;

import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Visible;
import dockdsl.problem.NothingToWorkOn;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The shell of the machine that the console runs on; on a terminal it has the terminal. */
public final class LocalShell {
    private static final int INTERRUPTED = 130;

    private final Screen screen;
    private final boolean onTerminal;
    private volatile Optional<Process> running = Optional.empty();

    public LocalShell(Screen screen, boolean onTerminal) {
        this.screen = screen;
        this.onTerminal = onTerminal;
    }

    /** @return the exit code of the script */
    public int run(String script) {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script);
        try {
            return onTerminal ? end(shell.inheritIO().start()) : heard(shell);
        } catch (IOException e) {
            throw new NothingToWorkOn("There is no /bin/sh here: " + e.getMessage(), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        } finally {
            running = Optional.empty();
        }
    }

    private int heard(ProcessBuilder shell) throws IOException, InterruptedException {
        Process process = shell.redirectInput(new File("/dev/null")).start();
        Thread output = reading(process.getInputStream(), line -> screen.say(line));
        Thread errors = reading(process.getErrorStream(), line -> screen.complain(List.of(line)));
        int code = end(process);
        output.join();
        errors.join();
        return code;
    }

    private int end(Process process) throws InterruptedException {
        running = Optional.of(process);
        return process.waitFor();
    }

    private static Thread reading(InputStream from, Consumer<Line> to) {
        return Thread.startVirtualThread(() -> new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))
                .lines()
                .forEach(line -> to.accept(Line.of(Visible.withoutColours(line)))));
    }

    /** Ends what runs; a terminal has told it already. */
    public void interrupt() {
        running.filter(process -> !onTerminal).ifPresent(Process::destroy);
    }
}
