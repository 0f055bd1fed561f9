package dockdsl.notify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates this machine trusts: those in the file that {@code SSL_CERT_FILE} names, else those of its system, else those that
 * came with Java.
 *
 * @param named what {@code SSL_CERT_FILE} says
 */
record Trust(Optional<Path> named) {
    /** Where Debian and Alpine, Fedora and its kin, SUSE, and BSDs keep them. */
    private static final List<Path> OF_SYSTEMS = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt",
                    "/etc/pki/tls/certs/ca-bundle.crt",
                    "/etc/ssl/ca-bundle.pem",
                    "/etc/ssl/cert.pem")
            .map(Path::of)
            .toList();

    static Trust of(Map<String, String> environment) {
        return new Trust(Optional.ofNullable(environment.get("SSL_CERT_FILE"))
                .filter(name -> !name.isBlank())
                .map(Path::of));
    }

    /** @throws NotTold when the file that is named has no certificates */
    SSLContext context() throws NotTold {
        Optional<Path> file =
                named.or(() -> OF_SYSTEMS.stream().filter(Files::isReadable).findFirst());
        try {
            return file.isEmpty() ? SSLContext.getDefault() : trusting(file.get());
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new NotTold("no certificates of authorities can be read from " + file.orElseThrow(), unreadable);
        }
    }

    private static SSLContext trusting(Path file) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority " + trusted.size(), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
