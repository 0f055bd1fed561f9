package dockdsl.cli;

import dockdsl.cli.screen.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What libraries log: nothing, or with {@code -vvv} everything, on standard error. Java makes one when logging wakes up, if it does. */
public final class Logs {
    private static final int LOUD_FROM = 3;

    /** That a run ends is nothing to log with a stack trace. */
    private static final String END = "java.lang.Runtime.level=OFF\n";

    /** Called by Java's logging. */
    public Logs() throws IOException {
        set("OFF");
    }

    /** Wakes nothing unless it shall be loud; else only leaves word for when it is woken. */
    static void configure(List<String> arguments, Screen screen) {
        System.setProperty("java.util.logging.config.class", Logs.class.getName());
        if (asked(arguments) >= LOUD_FROM) {
            beLoud(screen);
        }
    }

    private static void beLoud(Screen screen) {
        try {
            set("FINE");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Logger.getLogger("").addHandler(new LoudLog(screen));
    }

    private static void set(String level) throws IOException {
        String settings = ".level=" + level + "\n" + END;
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** How often {@code -v} was said; nothing is parsed yet. */
    private static int asked(List<String> arguments) {
        int times = 0;
        for (String argument : arguments) {
            int letters = argument.length() - 1;
            if (letters > 0 && argument.equals("-" + "v".repeat(letters))) {
                times += letters;
            }
        }
        return times;
    }
}
