package dockdsl.secret.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.framework.crypto.CipherKey;
import com.exceptionfactory.jagged.framework.crypto.EncryptedFileKey;
import com.exceptionfactory.jagged.framework.crypto.FileKeyDecryptorFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An Ed25519 key of SSH as an identity of age, which uses it as the key of X25519 that belongs to it.
 *
 * @param publicKey as it stands in the file
 * @param seed from which the private key is made
 */
record SshEd25519(byte[] publicKey, byte[] seed) implements RecipientStanzaReader {
    private static final String TYPE = "ssh-ed25519";
    private static final byte[] LABEL = "age-encryption.org/v1/ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    private static final int SIZE = 32;
    private static final byte[] BASE = Arrays.copyOf(new byte[] {9}, SIZE);

    @Override
    public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
        return SshStanza.open(stanzas, TYPE, publicKey, this::opened);
    }

    private FileKey opened(RecipientStanza stanza) throws GeneralSecurityException {
        if (stanza.getArguments().size() != 2) {
            throw new GeneralSecurityException("a stanza for Ed25519 has a tag and a share");
        }
        byte[] share = Base64.getDecoder().decode(stanza.getArguments().getLast());
        return new FileKeyDecryptorFactory()
                .newFileKeyDecryptor()
                .getFileKey(new EncryptedFileKey(stanza.getBody()), new CipherKey(wrappingKey(share)));
    }

    private byte[] wrappingKey(byte[] share) throws GeneralSecurityException {
        byte[] scalar = Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), SIZE);
        byte[] tweak = derived(new byte[0], publicKey);
        byte[] shared = multiplied(tweak, multiplied(scalar, share));
        return derived(shared, joined(share, multiplied(scalar, BASE)));
    }

    private static byte[] multiplied(byte[] scalar, byte[] point) throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("X25519");
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
        agreement.doPhase(
                keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, coordinate(point))), true);
        return agreement.generateSecret();
    }

    /** The first byte is the smallest one, and the highest bit does not count. */
    private static BigInteger coordinate(byte[] point) {
        byte[] reversed = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            reversed[i] = point[SIZE - 1 - i];
        }
        reversed[0] &= 0x7f;
        return new BigInteger(1, reversed);
    }

    /** One block of HKDF with SHA-256 (RFC 5869). */
    private static byte[] derived(byte[] secret, byte[] salt) throws GeneralSecurityException {
        return mac(mac(salt, secret), joined(LABEL, new byte[] {1}));
    }

    private static byte[] mac(byte[] key, byte[] data) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(data);
    }

    private static byte[] joined(byte[] some, byte[] more) {
        byte[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    @Override
    public String toString() {
        return "***";
    }
}
