package dockdsl.ssh;

import dockdsl.host.HostConnector;
import dockdsl.host.HostSession;
import dockdsl.model.Host;
import dockdsl.problem.HostUnreachable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.session.ClientSession;

/**
 * Connects to hosts over SSH as OpenSSH's client would, all over one client.
 *
 * <p>The client starts on a thread of its own while the caller goes on; {@link #close()} must be called before the JVM
 * ends, which would otherwise wait for the client's threads.
 */
public final class SshConnector implements HostConnector {
    private final SshSettings settings;
    private final Map<String, Host> inventory = new ConcurrentHashMap<>();
    private final KnownHosts knownHosts = new KnownHosts();
    private final KeyRing keys;
    private final Destinations destinations;
    private final RefusedPasswords refusedPasswords = new RefusedPasswords();
    private final Bastions bastions = new Bastions(this::logIn);
    private Optional<EmbeddedHost> embedded = Optional.empty();
    private final CompletableFuture<Client> client = new CompletableFuture<>();

    public SshConnector(SshSettings settings) {
        this.settings = settings;
        this.keys = new KeyRing(
                settings.credentials().passphrase(), settings.questions().passphrases());
        this.destinations = new Destinations(settings, name -> Optional.ofNullable(inventory.get(name)));
        Thread.ofPlatform().daemon().name("ssh start").start(this::start);
    }

    @Override
    public void know(List<Host> hosts) {
        hosts.forEach(host -> inventory.put(host.name(), host));
    }

    @Override
    public HostSession connect(Host host) {
        try {
            return session(destination(host));
        } catch (HostUnreachable e) {
            throw e.declaredAt(host.where());
        }
    }

    private Destination destination(Host host) {
        return switch (host.access()) {
            case Host.Ssh ssh -> destinations.of(host.name(), ssh);
            case Host.Embedded _ ->
                embedded().destination(host.name(), settings.user().name(), knownHosts, keys);
        };
    }

    @Override
    public void refresh() {
        destinations.refresh();
        knownHosts.refresh();
        keys.refresh();
        bastions.refresh();
    }

    @Override
    public String address(Host host) {
        return switch (host.access()) {
            case Host.Ssh ssh -> destinations.said(ssh).hostName();
            case Host.Embedded _ -> EmbeddedHost.ADDRESS;
        };
    }

    @Override
    public void close() {
        client.join().stop();
        closeEmbedded();
    }

    private HostSession session(Destination to) {
        return new SshSession(to, logIn(to), refusedPasswords);
    }

    private synchronized EmbeddedHost embedded() {
        if (embedded.isEmpty()) {
            embedded = Optional.of(EmbeddedHost.start());
        }
        return embedded.get();
    }

    private synchronized void closeEmbedded() {
        embedded.ifPresent(EmbeddedHost::close);
        embedded = Optional.empty();
    }

    private void start() {
        try {
            var started = Client.of(settings.forks(), new HostKeyCheck(knownHosts), logins());
            started.start();
            client.complete(started);
            Rehearsal.perform();
        } catch (RuntimeException | Error e) {
            client.completeExceptionally(e);
        }
    }

    private List<UserAuthFactory> logins() {
        var logins = new ArrayList<>(PasswordLogin.methods());
        logins.addFirst(new KeyLogin.Factory(keys));
        return logins;
    }

    /** Asks the user between attempts, never while one is under way: the host would not wait. */
    private ClientSession logIn(Destination to) {
        var attempt = new Attempt(refusedPasswords.contains(to.way(), to.password()) ? to.withoutPassword() : to);
        try {
            var login = new Login(client.join(), attempt);
            return to.via()
                    .map(bastion -> login.performFrom(bastions.session(bastion, to.host())))
                    .or(() -> to.proxyCommand().map(login::performThrough))
                    .orElseGet(login::perform);
        } catch (HostUnreachable e) {
            if (attempt.isPasswordOffered()) {
                refusedPasswords.add(to.way(), to.password());
            }
            if (acceptsKey(attempt) || unlocksKey(attempt)) {
                return logIn(to);
            }
            throw e;
        }
    }

    /** One question at a time; the answer to one may be that to the next. */
    private boolean acceptsKey(Attempt attempt) {
        var to = attempt.destination();
        var unknown = attempt.hostKey().filter(key -> key.verdict() == KnownHosts.Verdict.UNKNOWN);
        if (unknown.isEmpty()) {
            return false;
        }
        synchronized (knownHosts) {
            var key = unknown.get();
            return knownHosts.judge(to, key.key()) == KnownHosts.Verdict.KNOWN || isAccepted(to, key) && store(to, key);
        }
    }

    private boolean isAccepted(Destination to, HostKey key) {
        return switch (to.unknownKeys()) {
            case ACCEPT -> true;
            case REFUSE -> false;
            case ASK ->
                settings.questions()
                        .hostKeys()
                        .accept(new UnknownHostKey(to.host(), to.knownAs(), key.type(), key.fingerprint()));
        };
    }

    private boolean store(Destination to, HostKey key) {
        var file = to.knownHosts().forNewKeys();
        var name =
                to.knownHosts().hashing() ? KnownNames.Hashed.of(to.knownAs()).text() : to.knownAs();
        try {
            knownHosts.add(file, name, key.type(), key.key());
            return true;
        } catch (UncheckedIOException e) {
            throw new HostUnreachable(
                    to.host(),
                    "its host key was accepted but could not be stored in " + file + ": "
                            + e.getCause().getMessage(),
                    "Make the file writable, or add the key with ssh-keyscan.",
                    e);
        }
    }

    /** Whether asking for a passphrase makes a new attempt worth while: with a key more, or a better reason. */
    private boolean unlocksKey(Attempt attempt) {
        return attempt.passedOver().entrySet().stream()
                .anyMatch(file -> file.getValue() instanceof KeyFile.Locked locked
                        && !locked.asked()
                        && isNews(keys.unlock(file.getKey()), locked));
    }

    private static boolean isNews(KeyFile now, KeyFile.Locked before) {
        return !(now instanceof KeyFile.Locked locked && locked.reason().equals(before.reason()));
    }
}
