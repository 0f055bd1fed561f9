package dockdsl.ssh;

import org.apache.sshd.client.kex.DHGClient;
import org.apache.sshd.client.kex.DHGEXClient;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.kex.DHFactory;
import org.apache.sshd.common.kex.KeyExchange;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.session.Session;

/**
 * A key exchange that leaves a host's certificate to {@link HostKeyCheck}: MINA's own check knows nothing of HostKeyAlias, and
 * ends the connection where OpenSSH goes on to the bare key.
 */
final class Exchange extends DHGClient {
    private Exchange(DHFactory algorithm, Session session) {
        super(algorithm, session);
    }

    static KeyExchangeFactory of(DHFactory algorithm) {
        return algorithm.isGroupExchange() ? DHGEXClient.newFactory(algorithm) : new Factory(algorithm);
    }

    @Override
    protected void verifyCertificate(Session session, OpenSshCertificate certificate) {}

    private record Factory(DHFactory algorithm) implements KeyExchangeFactory {
        @Override
        public String getName() {
            return algorithm.getName();
        }

        @Override
        public KeyExchange createKeyExchange(Session session) {
            return new Exchange(algorithm, session);
        }
    }
}
