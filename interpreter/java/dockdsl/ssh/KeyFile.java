package dockdsl.ssh;

import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Optional;

/** What is in a key file. */
sealed interface KeyFile {
    record Usable(KeyPair pair) implements KeyFile {}

    /** A private key that is not used, unless an agent has it. */
    sealed interface PassedOver extends KeyFile {
        /** In base64, where the file tells it. */
        Optional<String> publicKey();

        /** The rest of a sentence that starts with the file. */
        String reason();
    }

    /**
     * Encrypted, and the passphrase is not known.
     *
     * @param asked whether the user was asked for it already
     */
    record Locked(KeyText key, boolean asked, String reason) implements PassedOver {
        @Override
        public Optional<String> publicKey() {
            return key.publicKey();
        }
    }

    /** One to which others than its owner have rights. */
    record Exposed(Optional<String> publicKey, String reason) implements PassedOver {}

    /** A public key, whose other half an agent may have. */
    record Public(PublicKey key) implements KeyFile {}

    /** @param reason the rest of a sentence that starts with the file */
    record Unusable(String reason) implements KeyFile {}
}
