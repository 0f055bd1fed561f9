package dockdsl.cli.console;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;

/** The terminal that lines are typed on. Nothing else wakes JLine. */
public final class Keyboard {
    private static final String GOES_ON = "... ";
    private static final int MOST_LINES = 2000;
    private static final int MOST_CANDIDATES = 200;

    /** Of a terminal that does not know how large it is, such as a serial line. */
    private static final Size USUAL = Size.of(80, 24);

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

    /**
     * @param home of the user, where lines are kept for the next time
     * @param screen knows what is secret, and whether there are colours
     */
    public static LineReader reader(
            Terminal terminal, Desk desk, Screen screen, Path home, Map<String, String> environment) {
        if (terminal.getColumns() == 0) {
            terminal.setSize(USUAL);
        }
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dockdsl")
                .parser(new LineParser())
                .history(new KeptHistory(new HistoryRule(screen::covers)))
                .completer(completer(desk))
                .highlighter(highlighter(desk, screen))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, GOES_ON)
                .variable(LineReader.HISTORY_SIZE, MOST_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, MOST_LINES)
                .variable(LineReader.LIST_MAX, MOST_CANDIDATES)
                .variable(LineReader.BLINK_MATCHING_PAREN, 0)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
                .option(LineReader.Option.BRACKETED_PASTE, !terminal.getType().startsWith(Terminal.TYPE_DUMB))
                .build();
        Path file = KeptHistory.file(home, environment);
        if (KeptHistory.make(file)) {
            reader.setVariable(LineReader.HISTORY_FILE, file);
        }
        return reader;
    }

    private static Completer completer(Desk desk) {
        return (reader, line, candidates) -> {
            String typed = line.line().substring(0, line.cursor());
            new Completion(desk.world()).of(typed).forEach(word -> candidates.add(candidate(word, typed)));
        };
    }

    /** A blank follows only where a word is over. */
    private static Candidate candidate(String word, String typed) {
        boolean over = !word.endsWith("=")
                && !word.endsWith("(")
                && List.of('@', '\'', '"').stream().noneMatch(sign -> typed.indexOf(sign) >= 0);
        return new Candidate(word, word, null, null, null, null, over);
    }

    private static Highlighter highlighter(Desk desk, Screen screen) {
        Highlighting highlighting = new Highlighting(desk::world);
        return (reader, line) -> screen.isColourful()
                ? AttributedString.fromAnsi(
                        highlighting.of(line).stream().map(Paint.COLOURS::of).collect(Collectors.joining("\n")))
                : new AttributedString(line);
    }
}
