package dockdsl.cli.console;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp;

/** Lines that somebody types. */
public final class TerminalLines implements LineSource {
    private static final String INTERJECTION = "dockdsl-interjection";

    private final Terminal terminal;
    private final LineReader reader;
    private final Supplier<String> prompt;
    private final Turns turns = new Turns();

    /** @param prompt is asked anew for every line */
    public TerminalLines(Terminal terminal, LineReader reader, Supplier<String> prompt) {
        this.terminal = terminal;
        this.reader = reader;
        this.prompt = prompt;
        terminal.handle(Terminal.Signal.INT, signal -> turns.interrupt());
    }

    /**
     * Says something while a line may be being typed, and shows the prompt anew.
     *
     * @param say prints it, or nothing
     */
    public void interject(Runnable say) {
        try {
            reader.getWidgets().put(INTERJECTION, () -> {
                beginLine();
                terminal.flush();
                say.run();
                ((LineReaderImpl) reader).setPrompt(prompt.get());
                reader.callWidget(LineReader.REDRAW_LINE);
                reader.callWidget(LineReader.REDISPLAY);
                terminal.flush();
                return true;
            });
            reader.callWidget(INTERJECTION);
        } catch (IllegalStateException nothingIsBeingTyped) {
            say.run();
        }
    }

    @Override
    public Optional<String> next() {
        while (true) {
            try {
                beginLine();
                return Optional.of(reader.readLine(prompt.get()));
            } catch (UserInterruptException discarded) {
                // A new prompt is all that Ctrl-C brings here.
            } catch (EndOfFileException leave) {
                return Optional.empty();
            }
        }
    }

    /** What was typed too early is on the screen, and will be there once more when it is read. */
    private void beginLine() {
        terminal.puts(InfoCmp.Capability.carriage_return);
        terminal.puts(InfoCmp.Capability.clr_eol);
    }

    @Override
    public void whileWorking(Runnable work, Program program) {
        turns.take(work, program);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException gone) {
            // Nobody is there any more to see it.
        }
    }
}
