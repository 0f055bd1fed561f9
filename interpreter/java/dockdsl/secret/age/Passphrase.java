package dockdsl.secret.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import com.exceptionfactory.jagged.framework.crypto.FileKeyEncryptorFactory;
import dockdsl.secret.crypto.Scrypt;
import dockdsl.value.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/**
 * A file key that is wrapped with a passphrase: the stanza {@code scrypt} of age. It stands alone in a file.
 *
 * @param cost of what is written, 1 to 22: the work doubles with each step
 */
record Passphrase(Supplier<Secret> words, int cost) implements RecipientStanzaReader, RecipientStanzaWriter {
    private static final String TYPE = "scrypt";
    private static final byte[] LABEL = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int BLOCK_SIZE = 8;
    private static final int KEY = 32;

    /** What age itself writes; a second or less. */
    private static final int COST = 18;

    /** As age does, no more is taken from others: it would cost gigabytes. */
    private static final int HIGHEST_COST = 22;

    Passphrase(Supplier<Secret> words) {
        this(words, COST);
    }

    static boolean wraps(RecipientStanza stanza) {
        return stanza.getType().equals(TYPE);
    }

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        List<RecipientStanza> all =
                StreamSupport.stream(stanzas.spliterator(), false).toList();
        if (all.stream().noneMatch(Passphrase::wraps)) {
            throw new UnsupportedRecipientStanzaException("no passphrase");
        }
        if (all.size() != 1 || all.getFirst().getArguments().size() != 2) {
            throw new GeneralSecurityException("a passphrase stands alone, with its salt and its cost");
        }
        List<String> arguments = all.getFirst().getArguments();
        byte[] salt = salt(arguments.getFirst());
        return new FileKeyDecryptorFactory()
                .newFileKeyDecryptor()
                .getFileKey(new EncryptedFileKey(all.getFirst().getBody()), key(salt, cost(arguments.getLast())));
    }

    private static byte[] salt(String encoded) throws GeneralSecurityException {
        try {
            byte[] salt = Base64.getDecoder().decode(encoded);
            if (salt.length == SALT) {
                return salt;
            }
        } catch (IllegalArgumentException noBase64) {
            throw new GeneralSecurityException("the salt is not base64", noBase64);
        }
        throw new GeneralSecurityException("the salt has not 16 bytes");
    }

    private static int cost(String digits) throws GeneralSecurityException {
        if (!digits.matches("[1-9]\\d?") || Integer.parseInt(digits) > HIGHEST_COST) {
            throw new GeneralSecurityException("the cost is " + digits + ", and " + HIGHEST_COST + " is the highest");
        }
        return Integer.parseInt(digits);
    }

    private CipherKey key(byte[] salt, int cost) {
        ByteArrayOutputStream labelled = new ByteArrayOutputStream();
        labelled.writeBytes(LABEL);
        labelled.writeBytes(salt);
        return new CipherKey(Scrypt.derive(words.get().reveal(), labelled.toByteArray(), cost, BLOCK_SIZE, KEY));
    }

    @Override
    public Iterable<RecipientStanza> getRecipientStanzas(FileKey fileKey) throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] wrapped = new FileKeyEncryptorFactory()
                .newFileKeyEncryptor()
                .getEncryptedFileKey(fileKey, key(salt, cost))
                .getEncoded();
        return List.of(
                new Stanza(List.of(Base64.getEncoder().withoutPadding().encodeToString(salt), "" + cost), wrapped));
    }

    private record Stanza(List<String> arguments, byte[] body) implements RecipientStanza {
        @Override
        public String getType() {
            return TYPE;
        }

        @Override
        public List<String> getArguments() {
            return arguments;
        }

        @Override
        public byte[] getBody() {
            return body.clone();
        }
    }
}
