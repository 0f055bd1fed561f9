package dockdsl.run;

import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.model.Host;
import dockdsl.model.Site;
import dockdsl.observed.HostSnapshot;
import dockdsl.observed.Machine;
import dockdsl.observed.ObservedContainer;
import dockdsl.observed.Sample;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostUnreachable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks at hosts again and again, each on its own time and over one connection, which is made anew after it was lost. Changes nothing
 * on them.
 */
public final class Watch implements AutoCloseable {
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(15);

    private final List<Host> hosts;
    private final HostConnector connector;
    private final EngineConnector engines;
    private final Site site;
    private final Rhythm rhythm;
    private final Semaphore places;
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param pause between two looks at a host
     * @param usage whether it is looked at what containers use, too
     * @param forks how many hosts are looked at at a time
     */
    public record Rhythm(Duration pause, boolean usage, int forks) {}

    /**
     * How a host was seen last.
     *
     * @param snapshot empty until it answers for the first time
     * @param samples by the names of containers
     * @param usages since the look before
     * @param trouble why the last look failed; empty when it did not
     * @param at when it answered last, or was first tried
     */
    public record Sight(
            String host,
            Optional<HostSnapshot> snapshot,
            Optional<Machine> machine,
            Map<String, Sample> samples,
            Map<String, Sample.Usage> usages,
            Optional<DockdslException> trouble,
            Instant at) {
        public Sight {
            samples = Map.copyOf(samples);
            usages = Map.copyOf(usages);
        }

        private static Sight none(Host host) {
            return new Sight(
                    host.name(),
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Optional.empty(),
                    Instant.now());
        }

        private Sight troubled(DockdslException why) {
            return new Sight(host, snapshot, machine, Map.of(), Map.of(), Optional.of(why), at);
        }
    }

    /** Begins at once. */
    public Watch(Collection<Host> hosts, HostConnector connector, EngineConnector engines, Site site, Rhythm rhythm) {
        this.hosts = List.copyOf(hosts);
        this.connector = connector;
        this.engines = engines;
        this.site = site;
        this.rhythm = rhythm;
        this.places = new Semaphore(rhythm.forks());
        for (Host host : hosts) {
            sights.put(host.name(), Sight.none(host));
            threads.submit(() -> watch(host));
        }
    }

    /** How the hosts were seen last, in their order. */
    public List<Sight> sights() {
        return hosts.stream().map(host -> sights.get(host.name())).toList();
    }

    /** The addresses at which hosts reach each other, of those whose address is known. */
    public Map<String, String> addresses(Collection<Host> all) {
        all.stream()
                .filter(host -> !addresses.containsKey(host.name()))
                .forEach(host -> addresses.putAll(Addresses.of(List.of(host), this::end, connector)));
        return Map.copyOf(addresses);
    }

    private Optional<String> end(String host) {
        return Optional.ofNullable(sights.get(host)).flatMap(Sight::snapshot).map(HostSnapshot::address);
    }

    private void watch(Host host) {
        Optional<FleetHost> connection = Optional.empty();
        try {
            while (true) {
                connection = looked(host, connection);
                Thread.sleep(rhythm.pause());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        } finally {
            connection.ifPresent(FleetHost::close);
        }
    }

    /** @return the connection for the next look; empty when that needs a new one */
    private Optional<FleetHost> looked(Host host, Optional<FleetHost> before) throws InterruptedException {
        Optional<FleetHost> connection = before;
        try {
            places.acquire();
            try {
                connection = Optional.of(before.isPresent() ? before.get() : connect(host));
                sights.put(host.name(), look(connection.get()));
            } finally {
                places.release();
            }
        } catch (DockdslException why) {
            sights.put(host.name(), sights.get(host.name()).troubled(why));
            if (why instanceof HostUnreachable
                    || connection.map(open -> !open.session().isOpen()).orElse(false)) {
                connection.ifPresent(FleetHost::close);
                return Optional.empty();
            }
        }
        return connection;
    }

    private FleetHost connect(Host host) {
        return FleetHost.of(host, connector.connect(host), engines);
    }

    /** A host that has gone silent would keep the look until SSH notices, which takes longer than people want to look at old news. */
    private Sight look(FleetHost host) throws InterruptedException {
        Future<Sight> look = threads.submit(() -> seen(host));
        try {
            return look.get(LONGEST_LOOK.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof DockdslException expected
                    ? host.reason(expected)
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException silent) {
            look.cancel(true);
            throw new HostUnreachable(
                    host.name(),
                    "it has not answered for " + LONGEST_LOOK.toSeconds() + " s",
                    "It is connected to anew.",
                    silent);
        }
    }

    private Sight seen(FleetHost host) {
        Sight before = sights.get(host.name());
        HostSnapshot snapshot = host.engine().observe(Interests.of(site, host.name()));
        Machine machine = before.machine().orElseGet(host.engine()::machine);
        Map<String, Sample> samples = rhythm.usage() ? host.engine().samples(running(snapshot)) : Map.of();
        return new Sight(
                host.name(),
                Optional.of(snapshot),
                Optional.of(machine),
                samples,
                Sample.usages(before.samples(), samples),
                Optional.empty(),
                Instant.now());
    }

    /** Those of any site: which are shown is not known here. */
    private static List<String> running(HostSnapshot snapshot) {
        return snapshot.containers().stream()
                .filter(container -> container.isRunning() && container.detail().isPresent())
                .map(ObservedContainer::name)
                .toList();
    }

    /** Ends all looks and connections. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
