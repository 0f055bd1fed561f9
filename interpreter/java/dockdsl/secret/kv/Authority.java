package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.local.LocalFile;
import dockdsl.value.Authorities;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;

/** Trust in the certificates of a file, and in no others: what {@code VAULT_CACERT} names. */
final class Authority {
    private Authority() {}

    /** @param file with certificates in PEM */
    static SSLContext trusting(String file) {
        byte[] pem = LocalFile.of(file).bytes();
        try {
            return Authorities.trusted(pem);
        } catch (IOException | GeneralSecurityException noCertificate) {
            throw new NothingToWorkOn(
                    "The file " + file + ", which VAULT_CACERT names, has no certificate that can be read.",
                    "It is text with -----BEGIN CERTIFICATE-----.",
                    noCertificate);
        }
    }
}
