package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.QuietSession;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproachTest {
    private static final String ERASED = "\033[1A\r\033[J";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CountDownLatch answered = new CountDownLatch(1);

    /** Somebody looks at standard error, and a program reads standard output. */
    private Approach approach(boolean watched) {
        Screen screen = new Screen(new PrintStream(out, true), new PrintStream(err, true), Paint.NONE, Paint.NONE);
        Surroundings surroundings = new Surroundings(
                folder,
                folder,
                "me",
                Map.of("COLUMNS", "40"),
                screen.drawingOnErrors(),
                InputStream.nullInputStream(),
                false,
                false,
                watched,
                List.of(),
                WallClock.OF_MACHINE,
                new Memory());
        return new Approach(new SlowConnector(), surroundings);
    }

    private List<Host> hosts(String names) {
        return new InventoryReader(new ScriptStore(folder, "test"), origin -> null)
                .read(names)
                .hosts();
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whoIsWaitedForLongerThanASecondIsNamedUntilTheAnswerComes() throws InterruptedException {
        Approach approach = approach(true);
        List<Thread> waiting =
                hosts("database-with-a-very-long-name-indeed-1,database-with-a-very-long-name-indeed-2,").stream()
                        .map(host -> Thread.startVirtualThread(() -> approach.connect(host)))
                        .toList();
        while (!shown().contains("connecting to")) {
            Thread.onSpinWait();
        }
        assertThat(shown()).startsWith("connecting to ").contains("... (");
        answered.countDown();
        for (Thread each : waiting) {
            assertThat(each.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(shown()).endsWith(ERASED);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void nothingIsShownToNobody() {
        answered.countDown();
        approach(false).connect(hosts("web1,").getFirst());
        assertThat(shown()).isEmpty();
    }

    private record Somebody(String host) implements QuietSession {}

    /** Answers when it is told to. */
    private final class SlowConnector implements HostConnector {
        @Override
        public HostSession connect(Host host) {
            try {
                answered.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return new Somebody(host.name());
        }

        @Override
        public String address(Host host) {
            return host.name();
        }

        @Override
        public void close() {}
    }
}
