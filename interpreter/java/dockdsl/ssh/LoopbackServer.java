package dockdsl.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.CommandFactory;
import org.apache.sshd.server.kex.DHGServer;

/** A server on loopback, at a port that is free, which lets in who has one key. */
final class LoopbackServer implements AutoCloseable {
    static final String ADDRESS = "127.0.0.1";

    private final SshServer server;

    /**
     * @param shown the key of the server
     * @param signature by which it shows that key
     * @param letIn the key of its client
     * @param channels what can be opened beside commands
     */
    LoopbackServer(
            KeyPair shown,
            BuiltinSignatures signature,
            PublicKey letIn,
            List<? extends ChannelFactory> channels,
            CommandFactory commands) {
        List<ChannelFactory> all = new ArrayList<>(channels);
        all.add(ChannelSessionFactory.INSTANCE);
        server = ServerBuilder.builder()
                .keyExchangeFactories(List.of(DHGServer.newFactory(BuiltinDHFactories.curve25519)))
                .cipherFactories(Algorithms.CIPHERS)
                .macFactories(Algorithms.MACS)
                .signatureFactories(List.of(signature))
                .channelFactories(all)
                .publickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, letIn))
                .build();
        server.setHost(ADDRESS);
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(shown));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setCommandFactory(commands);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.TCP_NODELAY.set(server, true);
    }

    void start() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 1 to 65535, once it is started. */
    int port() {
        return server.getPort();
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
