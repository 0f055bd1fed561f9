package dockdsl.ssh;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.signature.Signature;

/** What an authority says of a host's key; a host shows it in place of the bare key. */
record HostCertificate(OpenSshCertificate certificate) {

    /**
     * Why the authority does not vouch for the host, as the rest of a sentence that starts with the certificate. Whether the
     * authority is trusted is not asked here.
     *
     * @param name the host's alias, or the address without a port
     */
    Optional<String> fault(SessionContext session, String name, Instant now) {
        if (certificate.getType() != OpenSshCertificate.Type.HOST) {
            return Optional.of("is one for users");
        }
        if (!isSigned(session)) {
            return Optional.of("has no good signature of its authority");
        }
        if (!certificate.getCriticalOptions().isEmpty()) {
            return Optional.of("has critical options, and none is known for hosts");
        }
        return new Validity(certificate).fault(now).or(() -> otherNames(name));
    }

    /** One without names is for any host, as with OpenSSH; patterns are allowed. */
    private Optional<String> otherNames(String name) {
        var names = certificate.getPrincipals();
        return names.isEmpty() || names.stream().anyMatch(pattern -> Patterns.matches(pattern, name))
                ? Optional.empty()
                : Optional.of("is for " + String.join(", ", names) + " and not for " + name);
    }

    private boolean isSigned(SessionContext session) {
        var authority = certificate.getCaPubKey();
        var algorithm = certificate.getSignatureAlgorithm();
        if (authority instanceof OpenSshCertificate
                || !KeyUtils.getKeyType(authority).equals(KeyUtils.getCanonicalKeyType(algorithm))) {
            return false;
        }
        List<NamedFactory<Signature>> trusted = Algorithms.PLAIN_SIGNATURES;
        var signature = NamedFactory.create(trusted, algorithm);
        return signature != null && verifies(signature, session);
    }

    private boolean verifies(Signature signature, SessionContext session) {
        try {
            signature.initVerifier(session, certificate.getCaPubKey());
            signature.update(session, certificate.getMessage());
            return signature.verify(session, certificate.getSignature());
        } catch (GeneralSecurityException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException("checking a certificate's signature failed", e);
        }
    }
}
