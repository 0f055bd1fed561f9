package dockdsl.ssh;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.auth.pubkey.KeyAgentIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;

/**
 * A key that is offered to a server, with a word on where it comes from.
 *
 * @param from such as {@code ~/.ssh/id_ed25519} or {@code ssh-agent}
 */
record Offer(PublicKeyIdentity identity, String from) implements PublicKeyIdentity {

    static Offer ofFile(KeyPair pair, String from) {
        return new Offer(new FileIdentity(pair), from);
    }

    static Offer ofAgent(Agent agent, PublicKey key, String comment) {
        return new Offer(new KeyAgentIdentity(agent, key, comment), comment + " of the ssh-agent");
    }

    /** The public key in base64. */
    String key() {
        return PublicKeys.base64(identity.getKeyIdentity().getPublic());
    }

    /** RSA has several algorithms, and which one a host takes is to be found out. */
    boolean canSignAtOnce() {
        return identity instanceof FileIdentity
                && !KeyUtils.getKeyType(identity.getKeyIdentity().getPublic()).equals(KeyPairProvider.SSH_RSA);
    }

    String description() {
        return from + " (" + KeyUtils.getFingerPrint(identity.getKeyIdentity().getPublic()) + ")";
    }

    @Override
    public KeyPair getKeyIdentity() {
        return identity.getKeyIdentity();
    }

    @Override
    public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
        return identity.sign(session, algorithm, data);
    }

    private record FileIdentity(KeyPair getKeyIdentity) implements PublicKeyIdentity {
        @Override
        public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
            List<NamedFactory<Signature>> known = Algorithms.SIGNATURES;
            var signature = NamedFactory.create(known, algorithm);
            signature.initSigner(session, getKeyIdentity.getPrivate());
            signature.update(session, data);
            return Map.entry(algorithm, signature.sign(session));
        }
    }
}
