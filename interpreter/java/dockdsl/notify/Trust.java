package dockdsl.notify;

import dockdsl.value.Authorities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

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
            return file.isEmpty() ? SSLContext.getDefault() : Authorities.trusted(Files.readAllBytes(file.get()));
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new NotTold("no certificates of authorities can be read from " + file.orElseThrow(), unreadable);
        }
    }
}
