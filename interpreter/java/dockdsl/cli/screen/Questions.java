package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks whoever sits at the terminal; while a question stands, nothing else is printed. */
public final class Questions {
    private static final int MOST_AGAIN = 2;
    private static final Set<String> ANSWERS = Set.of("y", "yes", "n", "no", "");

    private final Screen screen;
    private final BufferedReader input;
    private final Optional<HiddenKeys> hidden;

    public Questions(Screen screen, InputStream input) {
        this.screen = screen;
        this.hidden = input instanceof HiddenKeys keys ? Optional.of(keys) : Optional.empty();
        this.input = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    /**
     * Only {@code y} and {@code yes} are yes; what is no answer at all is asked again, and in the end it is a no.
     *
     * @param before what one has to know to answer
     */
    public boolean yes(List<Line> before, Line question) {
        String answer = screen.ask(before, question.and(" [y/N] "), this::line);
        for (int again = 0; again < MOST_AGAIN && !ANSWERS.contains(answer); again++) {
            answer = screen.ask(List.of(), question.and(" Type y or n: "), this::line);
        }
        return answer.equals("y") || answer.equals("yes");
    }

    /** What is typed is not shown; empty when there is no terminal or nothing was typed. */
    public Optional<char[]> hidden(Line question) {
        Optional<HiddenKeys> keys = hidden.or(Questions::ofProcess);
        Optional<char[]> answer =
                keys.flatMap(readable -> screen.askHidden(question.and(" "), text -> typed(readable, text)));
        return answer.filter(typed -> typed.length > 0);
    }

    private static Optional<HiddenKeys> ofProcess() {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? Optional.empty()
                : Optional.of(question -> Optional.ofNullable(console.readPassword("%s", question)));
    }

    private static Optional<char[]> typed(HiddenKeys keys, String question) {
        try {
            return keys.readHidden(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was typed, without blanks around it. @param otherwise when nothing was */
    public String text(Line question, String otherwise) {
        String answer = screen.ask(List.of(), question.and(" "), this::typed);
        return answer.isEmpty() ? otherwise : answer;
    }

    private String line() {
        return typed().toLowerCase(Locale.ROOT);
    }

    private String typed() {
        try {
            String line = input.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
