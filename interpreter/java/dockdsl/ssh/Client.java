package dockdsl.ssh;

import dockdsl.host.Duplex;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntry;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.future.ConnectFuture;
import org.apache.sshd.client.future.DefaultConnectFuture;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;

/** MINA's client with our defaults: one per run. */
final class Client extends SshClient {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int HEARTBEATS_MISSED = 3;

    /** An image that is being loaded may keep the engine from reading for minutes. */
    private static final Duration LONGEST_STALL = Duration.ofMinutes(10);

    private static final int LEAST_WORKERS = 16;
    private static final int MOST_WORKERS = 64;

    /**
     * @param forks how many connects are under way at the same time at most: each blocks a worker
     * @param logins the ways to log in, of which a destination may want some only
     */
    static Client of(int forks, HostKeyCheck hostKeys, List<UserAuthFactory> logins) {
        var client = (Client) ClientBuilder.builder()
                .factory(Client::new)
                .keyExchangeFactories(Algorithms.KEY_EXCHANGES)
                .cipherFactories(Algorithms.CIPHERS)
                .macFactories(Algorithms.MACS)
                .signatureFactories(Algorithms.PLAIN_SIGNATURES)
                .channelFactories(List.of())
                .globalRequestHandlers(List.of(KeepAliveHandler.INSTANCE, Client::passOverHostKeys))
                .serverKeyVerifier(hostKeys)
                .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                .build();
        client.setIoServiceFactoryFactory(new Transport.Factory());
        client.addSessionListener(hostKeys);
        client.addSessionListener(new LoginOrder());
        client.setUserAuthFactories(logins);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setNioWorkers(Math.clamp(forks + 4L, LEAST_WORKERS, MOST_WORKERS));
        client.tune();
        return client;
    }

    /** OpenSSH's servers show all their keys after every login; only the one that was checked is of interest. */
    private static RequestHandler.Result passOverHostKeys(
            ConnectionService service, String request, boolean wantsReply, Buffer keys) {
        return request.startsWith("hostkeys-") ? RequestHandler.Result.Replied : RequestHandler.Result.Unsupported;
    }

    private void tune() {
        CoreModuleProperties.TCP_NODELAY.set(this, true);
        CoreModuleProperties.SOCKET_KEEPALIVE.set(this, true);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(this, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(this, HEARTBEATS_MISSED);
        CoreModuleProperties.IDLE_TIMEOUT.set(this, Duration.ZERO);
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(this, LONGEST_STALL);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(this, LONGEST_STALL);
        CoreModuleProperties.AUTH_TIMEOUT.set(this, LONGEST_STALL);
    }

    /** Connects to an address of a destination; logging in is the next step. */
    ConnectFuture connect(Attempt attempt, InetSocketAddress address) throws IOException {
        return doConnect(
                attempt.destination().user(),
                address,
                attempt.asAttribute(),
                null,
                KeyIdentityProvider.EMPTY_KEYS_PROVIDER,
                entry(attempt.destination()));
    }

    /** The same over a stream to the host's sshd. @param threads of a kind that may wait for the stream */
    ClientSession connect(Attempt attempt, Duplex tunnel, Thread.Builder threads) throws IOException {
        var to = attempt.destination();
        var address = InetSocketAddress.createUnresolved(to.address(), to.port());
        var connection = new TunnelSession(connector, getSessionFactory(), tunnel, address, threads);
        connection.setAttribute(AttributeRepository.class, attempt.asAttribute());
        var connected = new DefaultConnectFuture(to.login(), null);
        try {
            getSessionFactory().sessionCreated(connection);
            onConnectOperationComplete(
                    connection, connected, to.user(), address, KeyIdentityProvider.EMPTY_KEYS_PROVIDER, entry(to));
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        connection.start();
        return connected.getClientSession();
    }

    private static HostConfigEntry entry(Destination to) {
        return new HostConfigEntry("", to.address(), to.port(), to.user());
    }
}
