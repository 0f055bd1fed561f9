package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.ssh.KnownHostsLine.Marker;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;

/**
 * This machine as an SSH host: a server on loopback that lives as long as the run, so that the way to it is the same as to
 * any other host.
 *
 * <p>It is the only thing that ever listens here. Nobody else can log in: the one key it accepts is made for the run and
 * never leaves memory, and the same holds for the key that the server shows and the client checks.
 */
final class EmbeddedHost implements AutoCloseable {
    static final String ADDRESS = LoopbackServer.ADDRESS;

    /** Not a file: the name under which the keys of the run are known. */
    private static final Path IN_MEMORY = Path.of("embedded host");

    private final LoopbackServer server;
    private final KeyPair hostKey = newKey();
    private final KeyPair clientKey = newKey();

    private EmbeddedHost() {
        server = new LoopbackServer(
                hostKey,
                BuiltinSignatures.nistp256,
                clientKey.getPublic(),
                List.of(ServedChannel.ofUnixSockets(), ServedChannel.ofTcp()),
                (channel, command) -> new ServedCommand(command));
    }

    static EmbeddedHost start() {
        var host = new EmbeddedHost();
        host.server.start();
        return host;
    }

    /** Makes the keys of the run known, and says how to get here with them. */
    Destination destination(String host, String user, KnownHosts knownHosts, KeyRing keys) {
        var key = hostKey.getPublic();
        knownHosts.know(
                IN_MEMORY,
                new KnownHostsLine(
                        Marker.NONE, KnownNames.read(ADDRESS), KeyUtils.getKeyType(key), PublicKeys.base64(key)));
        keys.add(IN_MEMORY, clientKey);
        return new Destination(
                host,
                ADDRESS,
                server.port(),
                user,
                Host.Sudo.UNSAID,
                Optional.empty(),
                Optional.of(ADDRESS),
                KnownHostsFiles.of(IN_MEMORY),
                List.of(LoginMethod.KEYS),
                LoginKeys.of(IN_MEMORY),
                Destination.UnknownKeys.REFUSE,
                Optional.empty(),
                List.of(),
                List.of(),
                Host.Ssh.USUAL_TIMEOUT);
    }

    @Override
    public void close() {
        server.close();
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has this curve", e);
        }
    }
}
