package dockdsl.notify;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a server could not be talked to, in words that say what to do. */
final class Fault {
    private static final String UNTRUSTED =
            "its certificate is not trusted on this machine: let SSL_CERT_FILE name a file with that of its authority,"
                    + " or add it to those of the system (update-ca-certificates, update-ca-trust)";

    private Fault() {}

    /** Half a sentence; empty when nothing is known of it. */
    static Optional<String> of(Throwable failure) {
        if (has(CertificateExpiredException.class, failure)) {
            return Optional.of("its certificate has expired");
        }
        if (has(CertificateNotYetValidException.class, failure)) {
            return Optional.of("its certificate is not valid yet; is this machine's clock right?");
        }
        if (isForAnotherName(failure)) {
            return Optional.of("its certificate is trusted, but for another name than the one that is asked for");
        }
        if (says("unable to find valid certification path", failure)
                || says("trustAnchors parameter must be non-empty", failure)) {
            return Optional.of(UNTRUSTED);
        }
        if (says("Unsupported or unrecognized SSL message", failure)) {
            return Optional.of("it does not speak TLS from the beginning");
        }
        if (has(SSLException.class, failure)) {
            return Optional.of("there is no TLS with it: " + innermost(failure).getMessage());
        }
        if (has(UnknownHostException.class, failure) || has(UnresolvedAddressException.class, failure)) {
            return Optional.of("its name is not known");
        }
        if (has(HttpTimeoutException.class, failure)) {
            return Optional.of("it does not answer in time");
        }
        return has(ConnectException.class, failure) ? Optional.of("it takes no connection") : Optional.empty();
    }

    private static boolean isForAnotherName(Throwable failure) {
        return says("No subject alternative", failure)
                || says("No name matching", failure)
                || says("Can't verify identity of server", failure);
    }

    private static boolean says(String words, Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }

    private static boolean has(Class<?> type, Throwable failure) {
        return causes(failure).anyMatch(type::isInstance);
    }

    private static Throwable innermost(Throwable failure) {
        return causes(failure).reduce((_, cause) -> cause).orElseThrow();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }
}
