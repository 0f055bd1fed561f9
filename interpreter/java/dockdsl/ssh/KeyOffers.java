package dockdsl.ssh;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;

/**
 * The keys for one login, each looked at only when it is its turn: those that inventory and configuration name, the
 * others of the agent, the user's usual ones; a key that an authority vouches for is offered with its certificate first. A
 * locked or exposed file whose key the agent has is left to the agent; any other such file is passed over and noted.
 */
final class KeyOffers implements Iterator<PublicKeyIdentity>, Closeable {
    private final Attempt attempt;
    private final KeyRing ring;
    private final LoginKeys keys;
    private final Set<String> offered = new HashSet<>();
    private final Iterator<Offer> offers;
    private Optional<Offer> ahead = Optional.empty();
    private Optional<Agent> agent = Optional.empty();
    private Optional<List<Offer>> agentKeys = Optional.empty();
    private Optional<List<UserCertificate>> certificates = Optional.empty();

    KeyOffers(Attempt attempt, KeyRing ring) {
        this.attempt = attempt;
        this.ring = ring;
        this.keys = attempt.destination().keys();
        this.offers = Stream.<Supplier<Stream<Offer>>>of(
                        this::named, this::certifiedByAgent, this::ofAgent, this::usual)
                .flatMap(Supplier::get)
                .filter(offer -> offered.add(offer.key()))
                .iterator();
    }

    /** Whether the next key needs neither an agent nor a choice of algorithms. */
    boolean nextCanSignAtOnce() {
        if (ahead.isEmpty() && offers.hasNext()) {
            ahead = Optional.of(offers.next());
        }
        return ahead.map(Offer::canSignAtOnce).orElse(false);
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent() || offers.hasNext();
    }

    @Override
    public PublicKeyIdentity next() {
        var offer = ahead.orElseGet(offers::next);
        ahead = Optional.empty();
        attempt.offers(offer.description());
        offer.certificate()
                .flatMap(certificate -> certificate.doubt(attempt.destination().user(), Instant.now()))
                .ifPresent(attempt::remark);
        return offer;
    }

    @Override
    public void close() throws IOException {
        if (agent.isPresent()) {
            agent.get().close();
        }
    }

    private Stream<Offer> named() {
        return keys.named().stream().flatMap(this::file);
    }

    private Stream<Offer> ofAgent() {
        return keys.onlyFiles() ? Stream.empty() : agentKeys().stream();
    }

    private Stream<Offer> usual() {
        return keys.usual().stream().filter(Files::exists).flatMap(this::file);
    }

    private Stream<Offer> file(Path file) {
        return switch (ring.look(file)) {
            case KeyFile.Usable usable -> certified(file, Offer.ofFile(usable.pair(), file.toString()));
            case KeyFile.PassedOver unused -> leftToAgent(file, unused);
            case KeyFile.Public half -> ofAgent(file, PublicKeys.base64(half.key()));
            case KeyFile.Unusable unusable -> {
                attempt.remark(file + ": " + unusable.reason());
                yield Stream.empty();
            }
        };
    }

    private Stream<Offer> leftToAgent(Path file, KeyFile.PassedOver unused) {
        var offer = unused.publicKey().or(() -> publicKeyBeside(file)).flatMap(this::agentsOwn);
        if (offer.isEmpty()) {
            attempt.passesOver(file, unused);
        }
        return offer.stream().flatMap(key -> certified(file, key));
    }

    private Stream<Offer> ofAgent(Path file, String publicKey) {
        var offer = agentsOwn(publicKey);
        if (offer.isEmpty()) {
            attempt.remark(file + ": it is a public key, and no ssh-agent has the private one");
        }
        return offer.stream().flatMap(key -> certified(file, key));
    }

    /** The certificates of a key before the bare key, as OpenSSH offers them. */
    private Stream<Offer> certified(Path file, Offer key) {
        return Stream.concat(
                Stream.concat(beside(file), certificates().stream())
                        .filter(certificate -> certificate.isOf(key.bareKey()))
                        .map(key::with),
                Stream.of(key));
    }

    private Stream<UserCertificate> beside(Path file) {
        var certificate = UserCertificate.beside(file);
        return Files.exists(certificate) ? read(certificate).stream() : Stream.empty();
    }

    /** Certificates whose keys only the agent has. */
    private Stream<Offer> certifiedByAgent() {
        return certificates().stream()
                .flatMap(certificate -> agentKeys().stream()
                        .filter(key -> key.certificate().isEmpty() && certificate.isOf(key.bareKey()))
                        .map(key -> key.with(certificate)));
    }

    private List<UserCertificate> certificates() {
        if (certificates.isEmpty()) {
            certificates = Optional.of(keys.certificates().stream()
                    .map(this::read)
                    .flatMap(Optional::stream)
                    .toList());
        }
        return certificates.get();
    }

    private Optional<UserCertificate> read(Path file) {
        try {
            return Optional.of(UserCertificate.read(file));
        } catch (NoSuchFileException e) {
            attempt.remark(file + ": no such file");
        } catch (IOException e) {
            attempt.remark(file + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<String> publicKeyBeside(Path file) {
        try {
            var fields = Files.readString(Path.of(file + ".pub")).strip().split(" ");
            return fields.length > 1 ? Optional.of(fields[1]) : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private Optional<Offer> agentsOwn(String key) {
        return agentKeys().stream().filter(offer -> offer.key().equals(key)).findFirst();
    }

    private Collection<Offer> agentKeys() {
        if (agentKeys.isEmpty()) {
            agentKeys = Optional.of(keys.agent().map(this::askAgent).orElse(List.of()));
        }
        return agentKeys.get();
    }

    private List<Offer> askAgent(Path socket) {
        var identities = new ArrayList<Offer>();
        try {
            var conversation = Agent.at(socket);
            agent = Optional.of(conversation);
            for (var identity : conversation.getIdentities()) {
                identities.add(Offer.ofAgent(conversation, identity.getKey(), identity.getValue()));
            }
        } catch (IOException e) {
            attempt.remark("the ssh-agent at " + socket + " does not answer (" + e.getMessage() + ")");
        }
        return identities;
    }
}
