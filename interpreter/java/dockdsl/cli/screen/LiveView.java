package dockdsl.cli.screen;

import dockdsl.cli.text.Activities;
import dockdsl.cli.text.EventText;
import dockdsl.cli.text.Line;
import dockdsl.run.Event;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** What happened stays on the screen; below it, what every host is doing is redrawn, once a run takes longer than a blink. */
public final class LiveView implements View {
    private static final Duration FIRST = Duration.ofMillis(300);
    private static final Duration EACH = Duration.ofMillis(150);

    private final Screen screen;
    private final EventText text;
    private final Activities activities = new Activities();
    private final Painter painter;

    /** @param width of the terminal; asked once, when the first line is drawn */
    public LiveView(Screen screen, EventText text, IntSupplier width) {
        this.screen = screen;
        this.text = text;
        this.painter = Painter.of(screen, FIRST, EACH, width, this::lines);
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

    private List<Line> lines(int columns) {
        synchronized (activities) {
            return activities.lines(System.nanoTime(), columns);
        }
    }

    @Override
    public void close() {
        painter.close();
    }
}
