package dockdsl.cli;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.screen.Terminals;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the process finds around it.
 *
 * @param folder that relative paths start from
 * @param home of the user
 * @param user who is logged in on this machine
 * @param input where answers come from
 * @param interactive whether there is somebody to ask: input and output are a terminal
 * @param live whether output is a terminal
 */
public record Surroundings(
        Path folder,
        Path home,
        String user,
        Map<String, String> environment,
        Screen screen,
        InputStream input,
        boolean interactive,
        boolean live) {

    static Surroundings ofProcess() {
        Map<String, String> environment = System.getenv();
        boolean out = Terminals.isTerminal(1);
        Screen screen = new Screen(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                Paint.fitting(out, environment),
                Paint.fitting(Terminals.isTerminal(2), environment));
        return new Surroundings(
                Path.of(""),
                Path.of(System.getProperty("user.home")),
                System.getProperty("user.name"),
                environment,
                screen,
                System.in,
                out && Terminals.isTerminal(0),
                out && !environment.getOrDefault("TERM", "dumb").equals("dumb"));
    }

    /** Site files are UTF-8 and so is what is said about them, whatever the locale of cron or CI. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
