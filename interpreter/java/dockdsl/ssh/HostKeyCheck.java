package dockdsl.ssh;

import dockdsl.ssh.KnownHosts.Verdict;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
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
                known.types(to), known.hasAuthority(to.knownHosts().all(), to.knownAs())));
    }

    @Override
    public boolean verifyServerKey(ClientSession session, SocketAddress address, PublicKey shown) {
        var attempt = Attempt.of(session);
        var key = shown instanceof OpenSshCertificate certificate
                ? judged(session, attempt.destination(), certificate)
                : judged(attempt.destination(), shown);
        attempt.saw(key);
        return key.verdict() == Verdict.KNOWN;
    }

    /** Where the certificate does not do, the key in it is looked at by itself, as OpenSSH does. */
    private HostKey judged(ClientSession session, Destination to, OpenSshCertificate certificate) {
        var bare = judged(to, certificate.getCertPubKey());
        if (bare.verdict() == Verdict.REVOKED || !isOfTrustedAuthority(to, certificate)) {
            return bare;
        }
        var fault =
                new HostCertificate(certificate).fault(session, to.keyAlias().orElse(to.address()), Instant.now());
        return new HostKey(
                bare.type(), bare.key(), bare.fingerprint(), fault.isEmpty() ? Verdict.KNOWN : bare.verdict(), fault);
    }

    private HostKey judged(Destination to, PublicKey shown) {
        var key = PublicKeys.base64(shown);
        var verdict = known.judge(to, key);
        return new HostKey(KeyUtils.getKeyType(shown), key, KeyUtils.getFingerPrint(shown), verdict, Optional.empty());
    }

    private boolean isOfTrustedAuthority(Destination to, OpenSshCertificate certificate) {
        return known.isAuthority(to.knownHosts().all(), to.knownAs(), PublicKeys.base64(certificate.getCaPubKey()));
    }
}
