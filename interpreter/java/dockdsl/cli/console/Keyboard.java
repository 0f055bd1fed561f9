package dockdsl.cli.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that lines are typed on. Nothing else wakes JLine. */
public final class Keyboard {
    private static final String GOES_ON = "... ";
    private static final int MOST_LINES = 2000;

    private Keyboard() {}

    /** Does not ask the terminal what it is able to: the answer takes longer than all the rest, or never comes. */
    public static Terminal terminal() {
        try {
            return TerminalBuilder.builder()
                    .name("dockdsl")
                    .system(true)
                    .graphemeCluster(false)
                    .nativeSignals(true)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param historyFile where lines are kept for the next time */
    public static LineReader reader(Terminal terminal, Path historyFile) {
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dockdsl")
                .parser(new LineParser())
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, GOES_ON)
                .variable(LineReader.HISTORY_SIZE, MOST_LINES)
                .variable(LineReader.BLINK_MATCHING_PAREN, 0)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .build();
        return reader;
    }
}
