package dockdsl.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;

/**
 * What an authority says of a user's key: {@code ssh-keygen -s} wrote it.
 *
 * @param from the file, or the agent's word for it
 */
record UserCertificate(String from, OpenSshCertificate certificate) {

    /** Where OpenSSH looks for the certificate of a key file. */
    static Path beside(Path keyFile) {
        return keyFile.resolveSibling(keyFile.getFileName() + "-cert.pub");
    }

    /** @throws IOException when there is no such file, or no certificate in it */
    static UserCertificate read(Path file) throws IOException {
        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
        return PublicKeys.read(text)
                .filter(OpenSshCertificate.class::isInstance)
                .map(key -> new UserCertificate(file.toString(), (OpenSshCertificate) key))
                .orElseThrow(() -> new IOException("it holds no certificate of OpenSSH"));
    }

    boolean isOf(PublicKey key) {
        return KeyUtils.compareKeys(certificate.getCertPubKey(), key);
    }

    /**
     * Why a host is going to refuse it, as a clause. Whether the names in it are those that the host wants is the host's to
     * say: it may have a list of its own.
     */
    Optional<String> doubt(String user, Instant now) {
        if (certificate.getType() != OpenSshCertificate.Type.USER) {
            return Optional.of("the certificate " + from + " is one for hosts");
        }
        return new Validity(certificate)
                .fault(now)
                .map(fault -> "the certificate " + from + " " + fault)
                .or(() -> otherNames(user));
    }

    private Optional<String> otherNames(String user) {
        var names = certificate.getPrincipals();
        return names.isEmpty() || names.contains(user)
                ? Optional.empty()
                : Optional.of("the certificate " + from + " is for " + String.join(", ", names)
                        + ", which does not say " + user);
    }
}
