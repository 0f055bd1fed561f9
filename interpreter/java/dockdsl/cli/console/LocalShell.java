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
import java.util.function.IntSupplier;

/** The shell of the machine that the console runs on; on a terminal it has the terminal. */
public final class LocalShell {
    private static final int INTERRUPTED = 130;

    /** As many blanks as the line has places: at its beginning they leave it where it is, else they go on to the next one. */
    private static final String ON_A_NEW_LINE = "\033[7m%%\033[0m%s\r\033[K";

    private final Screen screen;
    private final boolean onTerminal;
    private final IntSupplier width;
    private volatile Optional<Process> running = Optional.empty();

    /** @param width of the terminal */
    public LocalShell(Screen screen, boolean onTerminal, IntSupplier width) {
        this.width = width;
        this.screen = screen;
        this.onTerminal = onTerminal;
    }

    /** @return the exit code of the script */
    public int run(String script) {
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", script);
        try {
            return onTerminal ? seen(shell) : heard(shell);
        } catch (IOException e) {
            throw new NothingToWorkOn("There is no /bin/sh here: " + e.getMessage(), "", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        } finally {
            running = Optional.empty();
        }
    }

    private int seen(ProcessBuilder shell) throws IOException, InterruptedException {
        int code = end(shell.inheritIO().start());
        screen.document(ON_A_NEW_LINE.formatted(" ".repeat(Math.max(0, width.getAsInt() - 1))));
        return code;
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
