package dockdsl.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;

/** What libraries log: nothing, or with {@code -vvv} everything, on standard error. Java makes one when logging wakes up, if it does. */
public final class Logs {
    private static final String LOUD = "dockdsl.logs";

    private static final int LOUD_FROM = 3;

    /** Called by Java's logging. */
    public Logs() throws IOException {
        String settings = Boolean.getBoolean(LOUD)
                ? ".level=FINE\nhandlers=java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level=FINE\n"
                : ".level=OFF\n";
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

    /** Wakes nothing; only leaves word for when it is woken. */
    static void configure(List<String> arguments) {
        System.setProperty("java.util.logging.config.class", Logs.class.getName());
        System.setProperty(LOUD, String.valueOf(asked(arguments) >= LOUD_FROM));
    }
}
