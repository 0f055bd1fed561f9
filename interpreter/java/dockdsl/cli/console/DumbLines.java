package dockdsl.cli.console;

import dockdsl.cli.screen.Screen;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.utils.Signals;

/** Lines that somebody types on a terminal that can only write one line after the other: it does the editing itself. */
public final class DumbLines implements LineSource {
    private static final String CTRL_C = "INT";
    private static final String GOES_ON = "... ";

    private final Screen screen;
    private final Supplier<String> prompt;
    private final PipedLines lines;
    private final Object listener;
    private final Turns turns = new Turns();

    /** @param prompt is asked anew for every line */
    public DumbLines(Screen screen, Supplier<String> prompt) {
        this.screen = screen;
        this.prompt = prompt;
        this.lines = new PipedLines(
                new FileInputStream(FileDescriptor.in), goesOn -> screen.document(goesOn ? GOES_ON : prompt.get()));
        this.listener = Signals.register(CTRL_C, this::interrupt);
    }

    /** The terminal itself has discarded what was typed in the last line. */
    private void interrupt() {
        if (!turns.interrupt()) {
            lines.discard();
            screen.document("\n" + prompt.get());
        }
    }

    @Override
    public Optional<String> next() {
        Optional<String> line = lines.next();
        if (line.isEmpty()) {
            screen.document("\n");
        }
        return line;
    }

    @Override
    public void whileWorking(Runnable work, Program program) {
        turns.take(work, program);
    }

    @Override
    public void close() {
        Signals.unregister(CTRL_C, listener);
    }
}
