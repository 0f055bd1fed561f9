package dockdsl.cli.screen;

import dockdsl.host.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.utils.Signals;

/** The terminal of this process, handed over to a program elsewhere: every key goes there, Ctrl-C too. */
public final class RawTerminal implements AutoCloseable {
    private static final Path TERMINAL = Path.of("/dev/tty");
    private static final String SIZE_CHANGED = "WINCH";

    private final String type;
    private final String before;
    private Object listener;
    private boolean closed;

    private RawTerminal(String type, String before) {
        this.type = type;
        this.before = before;
    }

    /** Changes nothing yet. @throws IOException when there is none that can be set */
    public static RawTerminal of(Map<String, String> environment) throws IOException {
        return new RawTerminal(environment.getOrDefault("TERM", "xterm"), stty("-g"));
    }

    public Terminal size() throws IOException {
        String[] size = stty("size").split(" ");
        return new Terminal(type, Integer.parseInt(size[1]), Integer.parseInt(size[0]));
    }

    /** @param resized is told of every new size, on another thread */
    public synchronized void handOver(Consumer<Terminal> resized) throws IOException {
        stty("raw", "-echo");
        listener = Signals.register(SIZE_CHANGED, () -> tell(resized));
    }

    private void tell(Consumer<Terminal> resized) {
        Thread.startVirtualThread(() -> {
            try {
                resized.accept(size());
            } catch (IOException gone) {
                // A terminal that is gone has no size.
            }
        });
    }

    /** As it was before; safe at any time and on any thread. */
    @Override
    public synchronized void close() {
        if (closed || listener == null) {
            return;
        }
        closed = true;
        Signals.unregister(SIZE_CHANGED, listener);
        try {
            stty(before);
        } catch (IOException gone) {
            // Then there is nothing to restore.
        }
    }

    static String stty(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("stty"));
        words.addAll(List.of(arguments));
        Process stty = new ProcessBuilder(words)
                .redirectInput(TERMINAL.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (stty.waitFor() != 0) {
                throw new IOException(answer);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
