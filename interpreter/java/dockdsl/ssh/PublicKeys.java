package dockdsl.ssh;

import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Public keys as OpenSSH writes them. */
final class PublicKeys {
    private PublicKeys() {}

    /** The key or certificate on a line such as {@code ssh-ed25519 AAAA... me@here}; empty when it is none. */
    static Optional<PublicKey> read(String line) {
        var fields = line.strip().split("\\s+");
        if (fields.length < 2 || fields[0].startsWith("-")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ByteArrayBuffer(Base64.getDecoder().decode(fields[1])).getRawPublicKey());
        } catch (SshException | RuntimeException garbled) {
            return Optional.empty();
        }
    }

    static String base64(PublicKey key) {
        var buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return Base64.getEncoder().encodeToString(buffer.getCompactData());
    }
}
