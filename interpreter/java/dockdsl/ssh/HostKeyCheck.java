package dockdsl.ssh;

import dockdsl.ssh.KnownHosts.Verdict;
import java.net.SocketAddress;
import java.security.PublicKey;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;

/** Lets a session go on only with a host whose key is known; what was seen is noted in the attempt. */
final class HostKeyCheck implements ServerKeyVerifier, SessionListener {
    private final KnownHosts known;

    HostKeyCheck(KnownHosts known) {
        this.known = known;
    }

    /** Asks the server for a key of a type that is known. */
    @Override
    public void sessionCreated(Session session) {
        var to = Attempt.of(session).destination();
        session.setSignatureFactories(Algorithms.forHostKeys(
                known.types(to.knownHosts(), to.knownAs()), known.hasAuthority(to.knownHosts(), to.knownAs())));
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey shown) {
        var attempt = Attempt.of(session);
        var key = judged(attempt.destination(), shown);
        attempt.saw(key);
        return key.verdict() == Verdict.KNOWN;
    }

    private HostKey judged(Destination to, PublicKey shown) {
        if (shown instanceof OpenSshCertificate certificate) {
            var key = judged(to, certificate.getCertPubKey());
            return isVouchedFor(to, certificate) && key.verdict() != Verdict.REVOKED
                    ? new HostKey(key.type(), key.key(), key.fingerprint(), Verdict.KNOWN)
                    : key;
        }
        var key = PublicKeys.base64(shown);
        var verdict = known.judge(to.knownHosts(), to.knownAs(), key);
        return new HostKey(KeyUtils.getKeyType(shown), key, KeyUtils.getFingerPrint(shown), verdict);
    }

    /** The certificate's own signature, dates and names have been checked by the key exchange. */
    private boolean isVouchedFor(Destination to, OpenSshCertificate certificate) {
        return known.isAuthority(to.knownHosts(), to.knownAs(), PublicKeys.base64(certificate.getCaPubKey()));
    }
}
