package dockdsl.cli;

import dockdsl.cli.screen.Output;
import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.screen.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the process finds around it.
 *
 * @param folder that relative paths start from
 * @param home of the user
 * @param user who is logged in on this machine
 * @param input where answers come from
 * @param interactive whether there is somebody to ask: input and output are a terminal
 * @param live whether output is a terminal
 * @param watched whether output or standard error is one, so that what is waited for can be shown for as long as it is
 * @param typed what was typed in the console to be laid over the site, in the language
 * @param clock by which unattended runs go
 * @param memory of the console; one of its own elsewhere
 */
public record Surroundings(
        Path folder,
        Path home,
        String user,
        Map<String, String> environment,
        Screen screen,
        InputStream input,
        boolean interactive,
        boolean live,
        boolean watched,
        List<String> typed,
        WallClock clock,
        Memory memory) {

    public Surroundings {
        typed = List.copyOf(typed);
    }

    public Surroundings(
            Path folder,
            Path home,
            String user,
            Map<String, String> environment,
            Screen screen,
            InputStream input,
            boolean interactive,
            boolean live) {
        this(
                folder,
                home,
                user,
                environment,
                screen,
                input,
                interactive,
                live,
                live,
                List.of(),
                WallClock.OF_MACHINE,
                new Memory());
    }

    /** The same for a command of the console. */
    Surroundings within(Screen itsScreen, InputStream answers, List<String> texts) {
        return new Surroundings(
                folder, home, user, environment, itsScreen, answers, interactive, live, watched, texts, clock, memory);
    }

    /** The same with people reading elsewhere. */
    Surroundings saying(Screen elsewhere) {
        return new Surroundings(
                folder, home, user, environment, elsewhere, input, interactive, false, false, typed, clock, memory);
    }

    /** The same with nobody to answer and no terminal. */
    Surroundings unwatched(Map<String, String> itsEnvironment, Screen elsewhere) {
        return new Surroundings(
                folder,
                home,
                user,
                itsEnvironment,
                elsewhere,
                InputStream.nullInputStream(),
                false,
                false,
                false,
                typed,
                clock,
                memory);
    }

    /** How much of a line can be seen: the columns of the terminal, or all of it where there is none. */
    int width() {
        return live ? Terminals.width(environment) : Integer.MAX_VALUE;
    }

    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean out = Terminals.isTerminal(1);
        boolean err = Terminals.isTerminal(2);
        boolean draws = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        Screen screen = new Screen(
                output(FileDescriptor.out, out, draws, environment),
                output(FileDescriptor.err, err, draws, environment));
        return new Surroundings(
                Path.of(""),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                environment,
                out ? screen : screen.drawingOnErrors(),
                System.in,
                out && Terminals.isTerminal(0),
                out && draws,
                (out || err) && draws,
                List.of(),
                WallClock.OF_MACHINE,
                new Memory());
    }

    private static Output output(
            FileDescriptor descriptor, boolean terminal, boolean draws, Map<String, String> environment) {
        return new Output(
                stream(descriptor),
                Paint.fitting(terminal, environment),
                () -> terminal && draws ? OptionalInt.of(Terminals.width(environment)) : OptionalInt.empty());
    }

    /** Site files are UTF-8 and so is what is said about them, whatever the locale of cron or CI. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
