package dockdsl.ssh;

import java.security.KeyPair;

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

    /** @param reason the rest of a sentence that starts with the file */
    record Unusable(String reason) implements KeyFile {}
}
