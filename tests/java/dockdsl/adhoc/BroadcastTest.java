package dockdsl.adhoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dockdsl.host.Running;
import dockdsl.host.Terminal;
import dockdsl.problem.HostFailed;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class BroadcastTest {
    private static final Broadcast.Pace PACE = new Broadcast.Pace(Duration.ZERO, 2);
    private final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();

    @Test
    void whatAPlaceSaysComesBeforeItsEnd() {
        new Broadcast(PACE, SharedInput.none(), heard::add).to(List.of(post("web1", "a\nb", 3)));
        Place web1 = Place.on("web1");
        assertThat(heard)
                .containsExactly(
                        new Heard.Said(web1, false, "a"), new Heard.Said(web1, false, "b"), new Heard.Ended(web1, 3));
    }

    @Test
    void aPlaceThatIsLostDoesNotStopTheOthers() {
        Post lost = new Post(Place.on("web1"), () -> {
            throw new HostFailed("web1", "gone", "");
        });
        new Broadcast(PACE, SharedInput.none(), heard::add).to(List.of(lost, post("web2", "", 0)));
        assertThat(heard)
                .hasSize(2)
                .contains(new Heard.Ended(Place.on("web2"), 0))
                .anyMatch(Heard.Lost.class::isInstance);
    }

    @Test
    void aBugIsNotSwallowedWhereverItComesUp() {
        Broadcast broadcast = new Broadcast(PACE, SharedInput.none(), what -> {
            heard.add(what);
            if (what instanceof Heard.Said) {
                throw new IllegalStateException("a bug");
            }
        });
        assertThatThrownBy(() -> broadcast.to(List.of(post("web1", "said", 0), post("web2", "", 0))))
                .hasMessage("a bug");
        assertThat(heard).contains(new Heard.Ended(Place.on("web2"), 0));
    }

    private static Post post(String host, String output, int exitCode) {
        return new Post(Place.on(host), () -> new Ended(output, exitCode));
    }

    private record Ended(String text, int exitCode) implements Running {
        @Override
        public OutputStream input() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream output() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public InputStream errors() {
            return InputStream.nullInputStream();
        }

        @Override
        public OptionalInt await(Duration longest) {
            return OptionalInt.of(exitCode);
        }

        @Override
        public void signal(String name) {}

        @Override
        public void resize(Terminal size) {}

        @Override
        public void close() {}
    }
}
