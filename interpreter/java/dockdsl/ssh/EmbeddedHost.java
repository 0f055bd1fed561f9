package dockdsl.ssh;

import dockdsl.model.Host;
import dockdsl.ssh.KnownHostsLine.Marker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.kex.DHGServer;

/**
 * This machine as an SSH host: a server on loopback that lives as long as the run, so that the way to it is the same as to
 * any other host.
 *
 * <p>It is the only thing that ever listens here. Nobody else can log in: the one key it accepts is made for the run and
 * never leaves memory, and the same holds for the key that the server shows and the client checks.
 */
final class EmbeddedHost implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";

    /** Not a file: the name under which the keys of the run are known. */
    private static final Path IN_MEMORY = Path.of("embedded host");

    private final SshServer server;
    private final KeyPair hostKey = newKey();
    private final KeyPair clientKey = newKey();

    private EmbeddedHost() {
        server = ServerBuilder.builder()
                .keyExchangeFactories(List.of(DHGServer.newFactory(BuiltinDHFactories.curve25519)))
                .cipherFactories(Algorithms.CIPHERS)
                .macFactories(Algorithms.MACS)
                .signatureFactories(List.of(BuiltinSignatures.nistp256))
                .channelFactories(
                        List.of(ChannelSessionFactory.INSTANCE, ServedChannel.ofUnixSockets(), ServedChannel.ofTcp()))
                .publickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, clientKey.getPublic()))
                .build();
        server.setHost(ADDRESS);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setCommandFactory((channel, command) -> new ServedCommand(command));
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
    }

    static EmbeddedHost start() {
        var host = new EmbeddedHost();
        try {
            host.server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the keys of the run known, and says how to get here with them. */
    Destination destination(String host, String user, KnownHosts knownHosts, KeyRing keys) {
        var key = hostKey.getPublic();
        knownHosts.know(
                IN_MEMORY, new KnownHostsLine(Marker.NONE, ADDRESS, KeyUtils.getKeyType(key), PublicKeys.base64(key)));
        keys.add(IN_MEMORY, clientKey);
        return new Destination(
                host,
                ADDRESS,
                server.getPort(),
                user,
                Host.Sudo.UNSAID,
                Optional.empty(),
                Optional.of(ADDRESS),
                KnownHostsFiles.of(IN_MEMORY),
                List.of(IN_MEMORY),
                List.of(),
                true,
                false,
                Optional.empty(),
                Destination.UnknownKeys.REFUSE,
                Optional.empty(),
                List.of(),
                List.of(),
                Host.Ssh.USUAL_TIMEOUT);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
