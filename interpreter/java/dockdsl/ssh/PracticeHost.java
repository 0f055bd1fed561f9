package dockdsl.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.kex.DHGServer;

/**
 * A host on loopback to practise on: it runs nothing, answers commands with ready words and leads to one socket, whichever
 * is asked for. It accepts one key, made for it.
 */
public final class PracticeHost implements AutoCloseable {
    private static final String ADDRESS = "127.0.0.1";

    private final SshServer server;
    private final KeyPair hostKey;
    private final KeyPair userKey;

    private PracticeHost(SocketAddress engine, UnaryOperator<String> answers) throws GeneralSecurityException {
        hostKey = newKey();
        userKey = newKey();
        server = ServerBuilder.builder()
                .keyExchangeFactories(List.of(DHGServer.newFactory(BuiltinDHFactories.curve25519)))
                .cipherFactories(Algorithms.CIPHERS)
                .macFactories(Algorithms.MACS)
                .signatureFactories(List.of(BuiltinSignatures.ed25519))
                .channelFactories(List.of(ChannelSessionFactory.INSTANCE, ServedChannel.ofUnixSockets(engine)))
                .publickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, userKey.getPublic()))
                .build();
        server.setHost(ADDRESS);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setCommandFactory((channel, command) -> new PractisedCommand(answers.apply(command)));
    }

    /**
     * Starts to listen, and makes it known in a home folder: a key that it accepts, and the key that it shows.
     *
     * @param engine what every unix socket of the host leads to
     * @param answers from a command line to what it prints
     */
    public static PracticeHost start(Path home, SocketAddress engine, UnaryOperator<String> answers) {
        try {
            var host = new PracticeHost(engine, answers);
            host.server.start();
            host.introduceTo(home);
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the library makes this kind of key", e);
        }
    }

    public String address() {
        return ADDRESS;
    }

    public int port() {
        return server.getPort();
    }

    private void introduceTo(Path home) throws IOException, GeneralSecurityException {
        var folder = Files.createDirectories(home.resolve(".ssh"));
        var key = Files.createFile(
                folder.resolve("id_ed25519"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var file = Files.newOutputStream(key)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "practice", null, file);
        }
        Files.writeString(
                folder.resolve("known_hosts"),
                "[%s]:%d %s %s%n"
                        .formatted(
                                ADDRESS, port(), KeyUtils.getKeyType(hostKey), PublicKeys.base64(hostKey.getPublic())));
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
