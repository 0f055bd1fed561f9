package dockdsl.cli.console;

import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.ssh.Credentials;
import dockdsl.ssh.SshQuestions;
import dockdsl.ssh.SshSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Sessions that outlive the commands that use them: where one stands, nobody logs in again. Each command gets a connector of its own,
 * at whose end only what the command itself opened is closed.
 */
public final class KeptSessions implements Function<SshSettings, HostConnector>, AutoCloseable {
    private static final int AT_ONCE = 64;
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    private final Function<SshSettings, HostConnector> real;
    private final Map<String, Place> places = new ConcurrentHashMap<>();
    private final Set<Borrower> borrowers = ConcurrentHashMap.newKeySet();
    private Optional<HostConnector> connector = Optional.empty();
    private volatile SshQuestions questions = SshQuestions.NOBODY_TO_ASK;

    /** @param real opens what is kept */
    public KeptSessions(Function<SshSettings, HostConnector> real) {
        this.real = real;
    }

    /** Whoever is asked something from now on is asked by this command. Passwords that it brings are for new logins, and what the one before could not do is tried again. */
    @Override
    public synchronized HostConnector apply(SshSettings settings) {
        questions = settings.questions();
        if (connector.isEmpty() || bringsPasswords(settings.credentials())) {
            end();
            connector = Optional.of(real.apply(settings.withForks(Math.max(AT_ONCE, settings.forks()))
                    .asking(
                            file -> questions.passphrases().ask(file),
                            key -> questions.hostKeys().accept(key))));
        } else {
            connector.get().refresh();
        }
        Borrower borrower = new Borrower(connector.get());
        borrowers.add(borrower);
        return borrower;
    }

    /** Wakes what connects, unless it is awake. */
    public synchronized void getReady(Supplier<SshSettings> settings) {
        if (connector.isEmpty()) {
            apply(settings.get()).close();
        }
    }

    private static boolean bringsPasswords(Credentials credentials) {
        return credentials.password().isPresent() || credentials.sudoPassword().isPresent();
    }

    /** Cuts the sessions that a command is using right now; they are opened anew for the next one. */
    public void drop() {
        borrowers.forEach(Borrower::drop);
    }

    @Override
    public synchronized void close() {
        end();
    }

    private void end() {
        borrowers.forEach(Borrower::close);
        places.values().forEach(Place::close);
        places.clear();
        connector.ifPresent(HostConnector::close);
        connector = Optional.empty();
    }

    /** What makes it another connection when it changes. Passwords are not compared, as they would have to be fetched. */
    private static Object way(Host.Access access) {
        return switch (access) {
            case Host.Ssh ssh ->
                List.of(ssh.address(), ssh.port(), ssh.user(), ssh.keyFile(), ssh.jump(), ssh.options());
            case Host.Embedded embedded -> embedded;
        };
    }

    /** Where the session of a host is kept. */
    private final class Place {
        private Optional<HostSession> session = Optional.empty();
        private Optional<Object> way = Optional.empty();

        /** Two at once for one host log in once. */
        synchronized HostSession session(Host host, HostConnector by) {
            if (!isGood(host)) {
                close();
                session = Optional.of(by.connect(host));
                way = Optional.of(way(host.access()));
            }
            return session.orElseThrow();
        }

        private boolean isGood(Host host) {
            return way.equals(Optional.of(way(host.access())))
                    && session.filter(HostSession::isOpen)
                            .filter(kept -> kept.answers(TO_ANSWER))
                            .isPresent();
        }

        synchronized void close() {
            session.ifPresent(HostSession::close);
            session = Optional.empty();
        }
    }

    /** What one command sees of all this. */
    private final class Borrower implements HostConnector {
        private final HostConnector by;
        private final Set<Lease> leases = ConcurrentHashMap.newKeySet();
        private volatile boolean closed;

        Borrower(HostConnector by) {
            this.by = by;
        }

        @Override
        public String address(Host host) {
            return by.address(host);
        }

        @Override
        public HostSession connect(Host host) {
            Place place = places.computeIfAbsent(host.name(), name -> new Place());
            Lease lease = new Lease(place.session(host, by));
            leases.add(lease);
            if (closed) {
                lease.close();
            }
            return lease;
        }

        @Override
        public void know(List<Host> hosts) {
            by.know(hosts);
        }

        void drop() {
            leases.forEach(Lease::drop);
        }

        @Override
        public void close() {
            closed = true;
            leases.forEach(Lease::close);
            borrowers.remove(this);
        }
    }
}
