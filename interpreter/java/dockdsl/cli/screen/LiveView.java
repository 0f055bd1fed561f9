package dockdsl.cli.screen;

import dockdsl.cli.text.Activities;
import dockdsl.cli.text.EventText;
import dockdsl.cli.text.Line;
import dockdsl.run.Event;
import java.util.List;
import java.util.function.IntSupplier;

/** What happened stays on the screen; below it, what every host is doing is redrawn, once a run takes longer than a blink. */
public final class LiveView implements View {
    private static final long FIRST_MILLIS = 300;
    private static final long EACH_MILLIS = 150;

    private final Screen screen;
    private final EventText text;
    private final IntSupplier width;
    private final Activities activities = new Activities();
    private final Thread painter;

    /** @param width of the terminal; asked once, when the first line is drawn */
    public LiveView(Screen screen, EventText text, IntSupplier width) {
        this.screen = screen;
        this.text = text;
        this.width = width;
        this.painter = Thread.ofVirtual().name("live view").start(this::paint);
    }

    @Override
    public void accept(Event event) {
        synchronized (activities) {
            activities.hear(event, System.nanoTime());
        }
        if (!(event instanceof Event.Bootstrapping)) {
            text.of(event).ifPresent(screen::say);
        }
    }

    private void paint() {
        try {
            Thread.sleep(FIRST_MILLIS);
            int columns = width.getAsInt();
            while (true) {
                screen.live(lines(columns));
                Thread.sleep(EACH_MILLIS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Line> lines(int columns) {
        synchronized (activities) {
            return activities.lines(System.nanoTime(), columns);
        }
    }

    @Override
    public void close() {
        painter.interrupt();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        screen.live(List.of());
    }
}
