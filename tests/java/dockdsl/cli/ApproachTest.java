package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.QuietSession;
import dockdsl.inventory.InventoryReader;
import dockdsl.lang.ScriptStore;
import dockdsl.model.Host;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproachTest {
    @TempDir
    private Path folder;

    private final CountDownLatch answered = new CountDownLatch(1);

    private Approach approach(WatchedErrors errors) {
        return new Approach(new SlowConnector(), errors.surroundings());
    }

    private List<Host> hosts(String names) {
        return new InventoryReader(new ScriptStore(folder, "test"), origin -> null)
                .read(names)
                .hosts();
    }

    @Test
    void whoIsWaitedForLongerThanASecondIsNamedUntilTheAnswerComes() throws InterruptedException {
        WatchedErrors errors = WatchedErrors.in(folder, true);
        Approach approach = approach(errors);
        List<Thread> waiting =
                hosts("database-with-a-very-long-name-indeed-1,database-with-a-very-long-name-indeed-2,").stream()
                        .map(host -> Thread.startVirtualThread(() -> approach.connect(host)))
                        .toList();
        errors.awaitShown("connecting to");
        assertThat(errors.errors()).startsWith("connecting to ").contains("... (");
        answered.countDown();
        for (Thread each : waiting) {
            assertThat(each.join(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(errors.errors()).endsWith(WatchedErrors.ERASED);
        assertThat(errors.output()).isEmpty();
    }

    @Test
    void nothingIsShownToNobody() {
        answered.countDown();
        WatchedErrors errors = WatchedErrors.in(folder, false);
        approach(errors).connect(hosts("web1,").getFirst());
        assertThat(errors.errors()).isEmpty();
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
