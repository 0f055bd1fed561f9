package dockdsl.ssh;

import java.util.Base64;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * Does once what the first login will do, while the caller still reads files: half of the time of a first login goes into
 * loading the cryptography and computing its tables.
 */
final class Rehearsal {
    /** Any key of the usual type will do; this one's private half is nowhere. */
    private static final String KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

    private Rehearsal() {}

    static void perform() {
        try {
            BuiltinDHFactories.curve25519.create().getE();
            var key = new ByteArrayBuffer(Base64.getDecoder().decode(KEY)).getRawPublicKey();
            BuiltinSignatures.ed25519.create().initVerifier(null, key);
            Algorithms.CIPHERS.getFirst().create();
            Algorithms.KEY_EXCHANGES.getFirst();
        } catch (Exception e) {
            // A login that needs what does not work here will say so.
            return;
        }
    }
}
