package dockdsl.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;

/** What libraries log: nothing, or with {@code -vvv} everything, on standard error. Java makes one when logging wakes up, if it does. */
public final class Logs {
    private static final String LOUD = "dockdsl.logs";

    /** Called by Java's logging. */
    public Logs() throws IOException {
        String settings = Boolean.getBoolean(LOUD)
                ? ".level=FINE\nhandlers=java.util.logging.ConsoleHandler\njava.util.logging.ConsoleHandler.level=FINE\n"
                : ".level=OFF\n";
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Wakes nothing; only leaves word for when it is woken. */
    static void configure(List<String> arguments) {
        System.setProperty("java.util.logging.config.class", Logs.class.getName());
        System.setProperty(LOUD, String.valueOf(arguments.contains("-vvv")));
    }
}
