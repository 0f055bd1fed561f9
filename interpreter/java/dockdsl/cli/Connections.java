package dockdsl.cli;

import dockdsl.host.HostConnector;
import dockdsl.model.Host;
import dockdsl.model.Inventory;
import dockdsl.model.Site;
import dockdsl.run.Event;
import dockdsl.run.Fleet;
import dockdsl.run.Watch;
import dockdsl.ssh.SshSettings;
import java.util.List;
import java.util.function.Consumer;

/** The ways to hosts and their engines; SSH gets ready on its own thread as soon as this is made. */
final class Connections implements AutoCloseable {
    private final Wiring wiring;
    private final HostConnector connector;

    Connections(Wiring wiring, SshSettings settings) {
        this.wiring = wiring;
        this.connector = wiring.hosts().apply(settings);
    }

    /** The inventory, limited or not: hosts name others as their jump. */
    void know(Inventory inventory) {
        connector.know(inventory.hosts());
    }

    HostConnector connector() {
        return connector;
    }

    Fleet fleet(List<Host> hosts, int forks, Consumer<Event> events) {
        return Fleet.of(hosts, connector, wiring.engines(), wiring.bootstrapper(), wiring.here(), forks, events);
    }

    Watch watch(List<Host> hosts, Site site, Watch.Rhythm rhythm) {
        return new Watch(hosts, connector, wiring.engines(), site, rhythm);
    }

    /** The JVM would wait for SSH's threads otherwise. */
    @Override
    public void close() {
        connector.close();
    }
}
