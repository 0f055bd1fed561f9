package dockdsl.ssh;

import java.time.Instant;
import java.util.Optional;
import org.apache.sshd.common.config.keys.OpenSshCertificate;

/** From when to when a certificate is good. */
record Validity(OpenSshCertificate certificate) {
    /** The last second of the year 9999; certificates may say more than Java can. */
    private static final long LAST = 253_402_300_799L;

    /** The rest of a sentence that starts with the certificate; empty when it is good at that time. */
    Optional<String> fault(Instant now) {
        if (OpenSshCertificate.isValidAt(certificate, now)) {
            return Optional.empty();
        }
        var seconds = now.getEpochSecond();
        return Optional.of(
                Long.compareUnsigned(seconds, certificate.getValidAfter()) < 0
                        ? "is good from " + time(certificate.getValidAfter()) + " on, not yet"
                        : "expired at " + time(certificate.getValidBefore()));
    }

    private static Instant time(long seconds) {
        return Instant.ofEpochSecond(seconds < 0 ? LAST : Math.min(seconds, LAST));
    }
}
