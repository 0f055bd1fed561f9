package dockdsl.secret.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** The stanzas of an age file that are for a key of SSH: each begins with the first bytes of the hash of its public half. */
final class SshStanza {
    private static final int TAG = 4;

    private SshStanza() {}

    /** Opens the key of a file with a stanza that is meant for us. */
    @FunctionalInterface
    interface Opening {
        FileKey open(RecipientStanza stanza) throws GeneralSecurityException;
    }

    /**
     * The key of a file, by the first stanza that is for this key.
     *
     * @throws UnsupportedRecipientStanzaException when there is none
     */
    static FileKey open(Iterable<RecipientStanza> stanzas, String type, byte[] publicKey, Opening opening)
            throws GeneralSecurityException {
        String tag = tag(publicKey);
        for (RecipientStanza stanza : stanzas) {
            if (stanza.getType().equals(type)
                    && !stanza.getArguments().isEmpty()
                    && stanza.getArguments().getFirst().equals(tag)) {
                return opening.open(stanza);
            }
        }
        throw new UnsupportedRecipientStanzaException("not for this key");
    }

    private static String tag(byte[] publicKey) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(publicKey);
        return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, TAG));
    }
}
