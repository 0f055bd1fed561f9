package dockdsl.cli;

import dockdsl.adhoc.Heard;
import dockdsl.adhoc.Place;
import dockdsl.cli.adhoc.Hearing;
import dockdsl.cli.screen.Painter;
import dockdsl.cli.screen.Terminals;
import dockdsl.cli.text.FoldedNames;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.WaitText;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Passes on what is heard of places, and says below all else, on a terminal, which of them take longer than a second, until all are done. */
final class Awaited implements Hearing, AutoCloseable {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final Hearing hearing;
    private final int all;
    private final long since = System.nanoTime();
    private final Painter painter;

    /** Guarded by itself: those that have not ended. */
    private final Set<Place> open;

    Awaited(Hearing hearing, Collection<Place> places, Surroundings surroundings) {
        this.hearing = hearing;
        this.all = places.size();
        this.open = new LinkedHashSet<>(places);
        this.painter = surroundings.watched()
                ? Painter.of(
                        surroundings.screen(),
                        A_SECOND,
                        A_SECOND,
                        () -> Terminals.width(surroundings.environment()),
                        this::lines)
                : Painter.idle(surroundings.screen());
    }

    @Override
    public void heard(Heard heard) {
        hearing.heard(heard);
        if (heard instanceof Heard.End end) {
            synchronized (open) {
                open.remove(end.place());
            }
        }
    }

    @Override
    public void over(int exitCode) {
        close();
        hearing.over(exitCode);
    }

    private List<Line> lines(int width) {
        long seconds = Duration.ofNanos(System.nanoTime() - since).toSeconds();
        synchronized (open) {
            String names = FoldedNames.of(open.stream().map(Place::toString).toList());
            int done = all - open.size();
            String what = "waiting for " + names;
            return open.isEmpty()
                    ? List.of()
                    : List.of(WaitText.of(done == 0 ? what : done + " of " + all + " done, " + what, seconds, width));
        }
    }

    @Override
    public void close() {
        painter.close();
    }
}
