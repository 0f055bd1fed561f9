package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.run.Event;
import java.io.ByteArrayOutputStream;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final Map<String, Object> BEGIN = Map.of("event", "begin");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Screen screen = new Screen(
            new PrintStream(new ByteArrayOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Paint.NONE,
            Paint.NONE);

    /** A disk with room for so many lines. */
    private static final class Disk extends FilterWriter {
        private int room;

        Disk(Writer kept, int room) {
            super(kept);
            this.room = room;
        }

        @Override
        public void write(String line) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
            super.write(line);
        }

        @Override
        public void close() throws IOException {
            throw new IOException("No space left on device");
        }
    }

    @Test
    void aDiskThatIsFullIsToldOnceAndEndsNoRun() throws IOException {
        StringWriter kept = new StringWriter();
        try (EventStream stream = EventStream.into(new Disk(kept, 2), "events.ndjson", screen, BEGIN)) {
            stream.accept(new Event.Connecting("web1"));
            stream.accept(new Event.Connecting("web2"));
            stream.accept(new Event.Connecting("web3"));
            stream.end(0);
        }

        assertThat(kept.toString().lines()).hasSize(2).last().asString().contains("web1");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("No more events can be written to events.ndjson: No space left on device."
                        + " The run goes on without.\n");
    }

    @Test
    void whatCannotEvenBeginDoesNot() {
        assertThatIOException()
                .isThrownBy(() -> EventStream.into(new Disk(new StringWriter(), 0), "events.ndjson", screen, BEGIN));
    }
}
