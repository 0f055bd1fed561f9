package dockdsl.cli.adhoc;

import dockdsl.adhoc.Place;
import dockdsl.adhoc.copy.Landing;
import dockdsl.cli.screen.Painter;
import dockdsl.cli.screen.Screen;
import dockdsl.cli.text.Bytes;
import dockdsl.cli.text.Counted;
import dockdsl.cli.text.Line;
import dockdsl.cli.text.Tone;
import dockdsl.host.stream.BulkInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/** How far copies are, on a terminal when they take more than a second, and what has arrived. */
public final class CopyView implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EACH = Duration.ofMillis(200);
    private static final int MOST_LINES = 10;

    private final Screen screen;
    private final long size;
    private final Map<String, AtomicLong> moving = new ConcurrentSkipListMap<>();
    private final AtomicLong moved = new AtomicLong();
    private final Painter painter;

    /**
     * @param size of everything, in bytes; 0 when it is not known
     * @param live whether there is a terminal
     */
    public CopyView(Screen screen, long size, boolean live, IntSupplier width) {
        this.screen = screen;
        this.size = size;
        this.painter = live ? Painter.of(screen, FIRST, EACH, width, this::lines) : Painter.idle(screen);
    }

    /** Counts what is read of it. */
    public InputStream watched(Place place, InputStream archive) {
        AtomicLong count = moving.computeIfAbsent(place.toString(), name -> new AtomicLong());
        return new BulkInput() {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = archive.read(bytes, offset, length);
                if (read > 0) {
                    count.addAndGet(read);
                    moved.addAndGet(read);
                }
                return read;
            }

            @Override
            public void close() throws IOException {
                archive.close();
            }
        };
    }

    public void done(Place place, Landing.Landed landed) {
        moving.remove(place.toString());
        screen.say(Line.of(Tone.STRONG, place + ":")
                .and(" copied " + Counted.of(landed.files(), "file") + ", " + Bytes.told(landed.size())));
    }

    private List<Line> lines(int columns) {
        List<Line> lines = new ArrayList<>();
        moving.entrySet().stream()
                .limit(MOST_LINES)
                .forEach(entry -> lines.add(Line.of(
                        Tone.QUIET,
                        cut(entry.getKey() + "  " + Bytes.told(entry.getValue().get()), columns))));
        String all = Bytes.told(moved.get()) + (size > 0 ? " of " + Bytes.told(size) : "");
        lines.add(Line.of(
                Tone.QUIET, cut(all + (moving.size() > 1 ? ", " + moving.size() + " under way" : ""), columns)));
        return lines;
    }

    private static String cut(String text, int columns) {
        return text.length() < columns ? text : text.substring(0, columns - 1);
    }

    @Override
    public void close() {
        painter.close();
    }
}
