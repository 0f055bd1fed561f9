package dockdsl.secret.kv;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.local.LocalFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trust in the certificates of a file, and in no others: what {@code VAULT_CACERT} names. */
final class Authority {
    private Authority() {}

    /** @param file with certificates in PEM */
    static SSLContext trusting(String file) {
        byte[] pem = LocalFile.of(file).bytes();
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
                trusted.setCertificateEntry("authority " + trusted.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException noCertificate) {
            throw new NothingToWorkOn(
                    "The file " + file + ", which VAULT_CACERT names, has no certificate that can be read.",
                    "It is text with -----BEGIN CERTIFICATE-----.",
                    noCertificate);
        }
    }
}
