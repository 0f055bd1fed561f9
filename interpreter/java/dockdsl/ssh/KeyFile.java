package dockdsl.ssh;

import java.security.KeyPair;
import java.security.PublicKey;

/** What is in a key file. */
sealed interface KeyFile {
    record Usable(KeyPair pair) implements KeyFile {}

    /**
     * Encrypted, and the passphrase is not known.
     *
     * @param asked whether the user was asked for it already
     * @param reason the rest of a sentence that starts with the file
     */
    record Locked(KeyText key, boolean asked, String reason) implements KeyFile {}

    /** A public key, whose other half an agent may have. */
    record Public(PublicKey key) implements KeyFile {}

    /** @param reason the rest of a sentence that starts with the file */
    record Unusable(String reason) implements KeyFile {}
}
