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
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;

/**
 * A host on loopback to practise on: it runs nothing, answers commands with ready words and leads to one socket, whichever
 * is asked for. It accepts one key, made for it.
 */
public final class PracticeHost implements AutoCloseable {
    private final LoopbackServer server;
    private final KeyPair hostKey;
    private final KeyPair userKey;

    private PracticeHost(SocketAddress engine, UnaryOperator<String> answers) throws GeneralSecurityException {
        hostKey = newKey();
        userKey = newKey();
        server = new LoopbackServer(
                hostKey,
                BuiltinSignatures.ed25519,
                userKey.getPublic(),
                List.of(ServedChannel.ofUnixSockets(engine)),
                (channel, command) -> new PractisedCommand(answers.apply(command)));
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
        return LoopbackServer.ADDRESS;
    }

    public int port() {
        return server.port();
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
                                LoopbackServer.ADDRESS,
                                port(),
                                KeyUtils.getKeyType(hostKey),
                                PublicKeys.base64(hostKey.getPublic())));
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        return KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
    }

    @Override
    public void close() {
        server.close();
    }
}
