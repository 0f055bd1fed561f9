package dockdsl.cli.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the process is connected to. */
public final class Terminals {
    private static final int USUAL_WIDTH = 80;
    private static final int USUAL_HEIGHT = 24;

    private Terminals() {}

    /** @param descriptor 0 for input, 1 for output, 2 for errors */
    public static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    /** The columns of the terminal; asks {@code stty}, which takes a while. */
    public static int width(Map<String, String> environment) {
        try {
            return Integer.parseInt(environment.getOrDefault("COLUMNS", ""));
        } catch (NumberFormatException notExported) {
            return askedWidth();
        }
    }

    /** Columns and rows of the terminal as it is now; asks {@code stty}. */
    public static Size size() {
        return asked().orElse(new Size(USUAL_WIDTH, USUAL_HEIGHT));
    }

    /** How much room there is. */
    public record Size(int columns, int rows) {}

    private static int askedWidth() {
        return asked().map(Size::columns).orElse(USUAL_WIDTH);
    }

    private static Optional<Size> asked() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Path.of("/dev/tty").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes()).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            int blank = answer.indexOf(' ');
            int columns = Integer.parseInt(answer.substring(blank + 1));
            int rows = Integer.parseInt(answer.substring(0, Math.max(0, blank)));
            return columns > 0 && rows > 0 ? Optional.of(new Size(columns, rows)) : Optional.empty();
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
