package dockdsl.ssh;

import java.security.PublicKey;
import java.util.Base64;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Public keys as OpenSSH writes them. */
final class PublicKeys {
    private PublicKeys() {}

    static String base64(PublicKey key) {
        var buffer = new ByteArrayBuffer();
        buffer.putRawPublicKey(key);
        return Base64.getEncoder().encodeToString(buffer.getCompactData());
    }
}
