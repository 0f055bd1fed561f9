package dockdsl.run;

import dockdsl.bootstrap.Bootstrapper;
import dockdsl.host.EngineConnector;
import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.host.Shell;
import dockdsl.ledger.Ledger;
import dockdsl.ledger.LedgerText;
import dockdsl.model.Host;
import dockdsl.model.Pin;
import dockdsl.model.Site;
import dockdsl.observed.Machine;
import dockdsl.observed.Sample;
import dockdsl.observed.Stock;
import dockdsl.plan.Plan;
import dockdsl.problem.DockdslException;
import dockdsl.problem.HostFailed;
import dockdsl.problem.HostUnreachable;
import dockdsl.problem.SourceRef;
import dockdsl.value.ImageRef;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The hosts of a run, connected to at once; a host that fails leaves the fleet and the others go on. */
public final class Fleet implements AutoCloseable {
    /** Long enough to tell what a processor does. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final SequencedMap<String, Future<Optional<FleetHost>>> connections = new LinkedHashMap<>();
    private final Map<String, SourceRef> places = new HashMap<>();
    private final Map<String, DockdslException> lost = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HostConnector connector;
    private final Bootstrapper bootstrapper;
    private final Shell here;
    private final int forks;
    private final Parallel parallel;
    private final Consumer<Event> events;
    private volatile String halt = "";

    private Fleet(HostConnector connector, Bootstrapper bootstrapper, Shell here, int forks, Consumer<Event> events) {
        this.connector = connector;
        this.bootstrapper = bootstrapper;
        this.here = here;
        this.forks = forks;
        this.parallel = Parallel.atMost(forks);
        this.events = events;
    }

    /**
     * Starts to connect and returns at once.
     *
     * @param here the shell of the machine that dockdsl runs on, for hooks
     * @param forks how many hosts are worked on at a time
     * @param events is called from many threads
     */
    public static Fleet of(
            Collection<Host> hosts,
            HostConnector connector,
            EngineConnector engines,
            Bootstrapper bootstrapper,
            Shell here,
            int forks,
            Consumer<Event> events) {
        Fleet fleet = new Fleet(connector, bootstrapper, here, forks, events);
        hosts.forEach(host -> fleet.places.put(host.name(), host.where()));
        for (Host host : hosts) {
            fleet.connections.put(host.name(), fleet.threads.submit(() -> fleet.connect(host, engines)));
        }
        return fleet;
    }

    private Optional<FleetHost> connect(Host host, EngineConnector engines) {
        events.accept(new Event.Connecting(host.name()));
        Stopwatch watch = Stopwatch.started();
        try {
            FleetHost connected = FleetHost.of(host, connector.connect(host), engines);
            events.accept(new Event.Connected(host.name(), watch.time()));
            return Optional.of(connected);
        } catch (DockdslException e) {
            lose(host.name(), e);
            return Optional.empty();
        }
    }

    private void lose(String host, DockdslException why) {
        if (why instanceof HostUnreachable unreachable) {
            HostUnreachable declared = unreachable.declaredAt(places.get(host));
            lost.put(host, declared);
            events.accept(new Event.Unreachable(host, declared));
        } else {
            lost.put(host, why);
            events.accept(new Event.Failed(host, why));
        }
    }

    /** Takes hosts out of the run whose engine does not answer though they have one. */
    public void leaveOut(Collection<String> asleep) {
        asleep.forEach(host -> lose(
                host,
                new HostFailed(
                        host,
                        "its engine does not run, so that nobody knows what is there",
                        "Start it, `systemctl start docker` on the host or `dockdsl bootstrap`, and run again.")));
    }

    /** Starts to take the lock of a site on every host, on the way of its session; returns at once. */
    public RunLock lock(RunLock.Claim claim) {
        SequencedMap<String, Supplier<Optional<HostSession>>> sessions = new LinkedHashMap<>();
        connections.forEach((host, connection) ->
                sessions.put(host, () -> result(connection).map(FleetHost::session)));
        return RunLock.take(claim, sessions, this::lose, events);
    }

    /** Hosts that could not be reached or failed outside of any change, and why. */
    public Map<String, DockdslException> lost() {
        return Map.copyOf(lost);
    }

    /**
     * What every host has of what the site asks for; changes nothing.
     *
     * @throws HostFailed when at least one host can never get the engine that the site asks for: it names all of them
     */
    public Survey observe(Site site) {
        return observe(site, connections.keySet());
    }

    /** The same of these hosts only. */
    public Survey observe(Site site, Collection<String> hosts) {
        Map<String, Findings> found = new ConcurrentHashMap<>();
        parallel.each(
                connections.entrySet().stream()
                        .filter(connection -> hosts.contains(connection.getKey()))
                        .toList(),
                connection -> result(connection.getValue())
                        .ifPresent(host -> guarded(
                                host, () -> found.put(host.name(), Findings.on(host, site, bootstrapper, events)))));
        Survey survey = Survey.of(connections.keySet().stream()
                .filter(found::containsKey)
                .map(found::get)
                .toList());
        survey.throwIfImpossible();
        return survey;
    }

    /** What the engines of these hosts run on, by host; changes nothing. */
    public Map<String, Machine> machines(Collection<String> hosts) {
        return each(hosts, host -> host.engine().machine());
    }

    /**
     * What containers use, measured over a second, by host and container; changes nothing.
     *
     * @param containers by host, as the engine calls them
     */
    public Map<String, Map<String, Sample.Usage>> usages(Map<String, List<String>> containers) {
        return each(containers.keySet(), host -> {
            Map<String, Sample> before = host.engine().samples(containers.get(host.name()));
            Pauses.of(A_MOMENT);
            return Sample.usages(before, host.engine().samples(before.keySet()));
        });
    }

    private <T> Map<String, T> each(Collection<String> hosts, Function<FleetHost, T> question) {
        Map<String, T> answers = new ConcurrentHashMap<>();
        List<FleetHost> asked =
                present().stream().filter(host -> hosts.contains(host.name())).toList();
        parallel.each(asked, host -> guarded(host, () -> answers.put(host.name(), question.apply(host))));
        return answers;
    }

    /** Gives the hosts of the survey the engines they lack. */
    public void bootstrap(Site site, Survey survey) {
        List<FleetHost> bare = present().stream()
                .filter(host -> survey.bootstraps().containsKey(host.name()))
                .toList();
        parallel.each(
                bare,
                host -> guarded(
                        host,
                        () -> bootstrapper.run(
                                host.name(),
                                host.session().shell(),
                                survey.bootstraps().get(host.name()),
                                site.docker(),
                                step -> events.accept(new Event.Bootstrapping(host.name(), step)))));
    }

    /** The addresses at which hosts reach each other, of every host of the site whose address is known. */
    public Map<String, String> addresses(Collection<Host> hosts) {
        Map<String, FleetHost> connected = new LinkedHashMap<>();
        present().forEach(host -> connected.put(host.name(), host));
        return Addresses.of(
                hosts,
                name -> Optional.ofNullable(connected.get(name))
                        .map(FleetHost::session)
                        .map(HostSession::address),
                connector);
    }

    /**
     * Asks registries which digest is behind tags now, each through one host for the whole fleet.
     *
     * @param images with the hosts that may be the one, those that are to be preferred first
     */
    public Map<ImageRef, Pin> resolve(Map<ImageRef, List<String>> images, Site site) {
        return new Registries(present(), site, parallel).ask(images);
    }

    /** Does what the plan says on the hosts that are still there. */
    public Recap carryOut(Plan plan, Site site) {
        Tally tally = new Tally(events, () -> halt);
        Places places = new Places(forks, HostWork.AT_A_TIME);
        List<HostWork> hosts = present().stream()
                .map(host -> new HostWork(new StepRunner(host, site, here), places, tally))
                .toList();
        return new Executor(hosts, connections.sequencedKeySet(), lost, parallel, places, tally).carryOut(plan);
    }

    /**
     * Lets {@link #carryOut} begin nothing more. What has begun ends well or is taken back; the rest is told as skipped.
     *
     * @param why half a sentence: {@code the time is over}
     */
    public void halt(String why) {
        halt = why;
    }

    /**
     * What the hosts remember of all sites, in the order of the inventory; changes nothing.
     *
     * @param site whose ledger it is for
     */
    public SequencedMap<String, Ledger> ledgers(String site, LedgerText text) {
        Map<String, Ledger> read = each(connections.keySet(), host -> new HostLedger(host, text).read(site));
        SequencedMap<String, Ledger> ledgers = new LinkedHashMap<>();
        connections.keySet().stream().filter(read::containsKey).forEach(host -> ledgers.put(host, read.get(host)));
        return ledgers;
    }

    /** The images of every host and who uses them; changes nothing. */
    public Map<String, Stock> stocks() {
        return each(connections.keySet(), host -> host.engine().stock());
    }

    /**
     * Lets every host know that a run begins to change its containers: when nobody comes to tell how it ended, it was cut off. A host
     * that cannot write it down is no failure of the run, but told.
     */
    public void begin(Recording recording, Plan plan) {
        new Remembering(recording, parallel, events).begin(present(), plan);
    }

    /**
     * Lets every host remember what became of its containers, and drop the images that no release needs after a good apply. A host
     * that cannot is no failure of the run, but told.
     */
    public void remember(Recording recording, Recap recap) {
        new Remembering(recording, parallel, events).end(present(), recap);
    }

    private List<FleetHost> present() {
        return connections.values().stream()
                .map(Fleet::result)
                .flatMap(Optional::stream)
                .filter(host -> !lost.containsKey(host.name()))
                .toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a host", e);
        }
    }

    private void guarded(FleetHost host, Runnable work) {
        try {
            work.run();
        } catch (DockdslException e) {
            lose(host.name(), host.reason(e));
        }
    }

    /** Ends all sessions; whatever still waits for a host fails. */
    @Override
    public void close() {
        threads.shutdownNow();
        connections.values().stream()
                .filter(connection -> connection.state() == Future.State.SUCCESS)
                .map(Future::resultNow)
                .flatMap(Optional::stream)
                .forEach(FleetHost::close);
    }
}
