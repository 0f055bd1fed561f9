package dockdsl.run;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.problem.SourceRef;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressesTest {
    private static final HostConnector CONFIGURED = new HostConnector() {
        @Override
        public HostSession connect(Host host) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String address(Host host) {
            return host.name().equals("alias") ? "10.0.0.7" : "nowhere.invalid";
        }

        @Override
        public void close() {}
    };

    private static Host host(String name, Optional<String> privateAddress) {
        return new Host(
                name, new LinkedHashSet<>(), Map.of(), Host.Ssh.to(name), privateAddress, SourceRef.startOf("hosts"));
    }

    @Test
    void whatIsSaidComesBeforeWhereTheSessionEndsAndThatBeforeConfiguration() {
        List<Host> hosts = List.of(
                host("said", Optional.of("192.168.0.1")),
                host("connected", Optional.empty()),
                host("alias", Optional.empty()),
                host("lost", Optional.empty()));

        Map<String, String> addresses = Addresses.of(
                hosts,
                name -> name.equals("lost") || name.equals("alias") ? Optional.empty() : Optional.of("10.0.0.1"),
                CONFIGURED);

        assertThat(addresses).isEqualTo(Map.of("said", "192.168.0.1", "connected", "10.0.0.1", "alias", "10.0.0.7"));
    }
}
