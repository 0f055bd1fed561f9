package dockdsl.cli.screen;

import dockdsl.cli.text.Line;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

/** Draws lines anew below what was said, again and again, until it is closed; then they are gone. */
public final class Painter implements AutoCloseable {
    private final Screen screen;
    private final Thread thread;

    private Painter(Screen screen, Runnable painting) {
        this.screen = screen;
        this.thread = Thread.ofVirtual().name("painter").start(painting);
    }

    /**
     * @param first how long nothing is drawn: what is over soon needs no lines
     * @param each from one drawing to the next
     * @param width of the terminal in columns; asked once, when the first line is drawn
     * @param lines from that width to what is to be seen now; called on a thread of its own
     */
    public static Painter of(
            Screen screen, Duration first, Duration each, IntSupplier width, IntFunction<List<Line>> lines) {
        return new Painter(screen, () -> {
            try {
                Thread.sleep(first);
                int columns = width.getAsInt();
                while (true) {
                    screen.live(Thread.currentThread(), lines.apply(columns));
                    Thread.sleep(each);
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** For where no terminal is: nothing is ever drawn. */
    public static Painter idle(Screen screen) {
        return new Painter(screen, () -> {});
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        screen.live(thread, List.of());
    }
}
