package dockdsl.ssh;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.auth.pubkey.KeyAgentIdentity;
import org.apache.sshd.client.auth.pubkey.PublicKeyIdentity;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;

/**
 * A key that is offered to a server, with a word on where it comes from.
 *
 * @param from such as {@code ~/.ssh/id_ed25519} or {@code ssh-agent}
 */
record Offer(PublicKeyIdentity identity, String from) implements PublicKeyIdentity {

    private static final String CERTIFIED = "-cert-v01@openssh.com";

    static Offer ofFile(KeyPair pair, String from) {
        return new Offer(new FileIdentity(pair), from);
    }

    static Offer ofAgent(Agent agent, PublicKey key, String comment) {
        return new Offer(new KeyAgentIdentity(agent, key, comment), comment + " of the ssh-agent");
    }

    /** The same key, vouched for by an authority. */
    Offer with(UserCertificate certificate) {
        return new Offer(new CertifiedIdentity(identity, certificate.certificate()), certificate.from());
    }

    /** The key without the certificate around it. */
    PublicKey bareKey() {
        return offered() instanceof OpenSshCertificate certificate ? certificate.getCertPubKey() : offered();
    }

    /** The certificate that is offered in place of the bare key. */
    Optional<UserCertificate> certificate() {
        return offered() instanceof OpenSshCertificate certificate
                ? Optional.of(new UserCertificate(from, certificate))
                : Optional.empty();
    }

    private PublicKey offered() {
        return identity.getKeyIdentity().getPublic();
    }

    /** The public key in base64. */
    String key() {
        return PublicKeys.base64(offered());
    }

    /** RSA has several algorithms, and which one a host takes is to be found out. */
    boolean canSignAtOnce() {
        return !isOfAgent() && !KeyUtils.getKeyType(bareKey()).equals(KeyPairProvider.SSH_RSA);
    }

    private boolean isOfAgent() {
        return switch (identity) {
            case FileIdentity file -> false;
            case CertifiedIdentity certified -> !(certified.bare() instanceof FileIdentity);
            default -> true;
        };
    }

    String description() {
        return from + " (" + KeyUtils.getFingerPrint(bareKey()) + ")";
    }

    @Override
    public KeyPair getKeyIdentity() {
        return identity.getKeyIdentity();
    }

    /** An agent names the algorithm of the bare key also when it signs for a certificate. */
    @Override
    public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
        return Map.entry(algorithm, identity.sign(session, algorithm, data).getValue());
    }

    /** Signs with the bare key, in the name of its certificate. */
    private record CertifiedIdentity(PublicKeyIdentity bare, OpenSshCertificate certificate)
            implements PublicKeyIdentity {
        @Override
        public KeyPair getKeyIdentity() {
            return new KeyPair(certificate, bare.getKeyIdentity().getPrivate());
        }

        @Override
        public Map.Entry<String, byte[]> sign(SessionContext session, String algorithm, byte[] data) throws Exception {
            return bare.sign(session, algorithm.replace(CERTIFIED, ""), data);
        }
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
