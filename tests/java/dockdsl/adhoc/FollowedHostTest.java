package dockdsl.adhoc;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.Engine;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.LogWish;
import dockdsl.host.Operations;
import dockdsl.model.Host;
import dockdsl.model.Hosts;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FollowedHostTest {
    private static final LogWish FOLLOW = new LogWish(true, Optional.empty(), Optional.empty(), OptionalInt.empty());

    private final List<String> told = new ArrayList<>();

    /** Notes everything, and wants no more once a host is lost. */
    private final class Note implements LogNews {
        @Override
        public void failed(DockdslException why) {
            told.add("failed: " + why.getMessage());
        }

        @Override
        public void lost(HostUnreachable why) {
            told.add("lost: " + why.host() + ": " + why.getMessage());
            Thread.currentThread().interrupt();
        }

        @Override
        public void back(String host) {
            told.add("back: " + host);
        }

        @Override
        public void nothingYet() {
            told.add("nothing yet");
        }
    }

    /** Nobody is at home anywhere. */
    private static final class Nowhere implements HostConnector, EngineConnector {
        @Override
        public HostSession connect(Host host) {
            throw new HostUnreachable(host.name(), "nobody answers", "");
        }

        @Override
        public String address(Host host) {
            return host.name();
        }

        @Override
        public Engine engine(HostSession session) {
            throw new AssertionError("there is no session");
        }

        @Override
        public Operations operations(HostSession session) {
            throw new AssertionError("there is no session");
        }

        @Override
        public void close() {}
    }

    @Test
    void nobodyKnowsWhatIsThereWhileAHostIsLost() {
        Nowhere nowhere = new Nowhere();
        Workshops workshops = new Workshops(new Crew(nowhere), nowhere);
        Chosen chosen = new Chosen("shop", List.of(Hosts.named("web1")), (host, name) -> true);

        new FleetLogs(workshops, chosen, FOLLOW, new Note()).read(lines -> true);

        assertThat(told).containsExactly("lost: web1: nobody answers");
    }
}
