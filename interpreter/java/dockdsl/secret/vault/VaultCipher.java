package dockdsl.secret.vault;

import dockdsl.value.Pbkdf2;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The cryptography of Ansible Vault: AES-256-CTR with an HMAC over the ciphertext, and keys from a password by PBKDF2. */
final class VaultCipher {
    private static final int ITERATIONS = 10_000;
    private static final int SALT = 32;
    private static final int BLOCK = 16;

    private final SecretKeySpec key;
    private final SecretKeySpec hmacKey;
    private final IvParameterSpec start;

    private VaultCipher(byte[] password, byte[] salt) {
        byte[] keys = Pbkdf2.derive(password, salt, ITERATIONS, 80);
        key = new SecretKeySpec(keys, 0, 32, "AES");
        hmacKey = new SecretKeySpec(keys, 32, 32, "HmacSHA256");
        start = new IvParameterSpec(keys, 64, 16);
    }

    /** What is in it; empty when the password is another, or it was changed. */
    static Optional<byte[]> decrypted(VaultText text, byte[] password) {
        VaultCipher cipher = new VaultCipher(password, text.salt());
        return MessageDigest.isEqual(cipher.hmac(text.ciphertext()), text.hmac())
                ? unpadded(cipher.applied(Cipher.DECRYPT_MODE, text.ciphertext()))
                : Optional.empty();
    }

    static VaultText encrypted(byte[] plain, byte[] password, String id) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        return encrypted(plain, password, id, salt);
    }

    static VaultText encrypted(byte[] plain, byte[] password, String id, byte[] salt) {
        VaultCipher cipher = new VaultCipher(password, salt);
        byte[] ciphertext = cipher.applied(Cipher.ENCRYPT_MODE, padded(plain));
        return new VaultText(id, salt, cipher.hmac(ciphertext), ciphertext);
    }

    private byte[] hmac(byte[] ciphertext) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hmacKey);
            return mac.doFinal(ciphertext);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
        }
    }

    private byte[] applied(int mode, byte[] bytes) {
        try {
            Cipher aes = Cipher.getInstance("AES/CTR/NoPadding");
            aes.init(mode, key, start);
            return aes.doFinal(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES in counter mode", missing);
        }
    }

    /** Up to the next multiple of 16, each added byte being their number, as Ansible does although the mode needs none. */
    private static byte[] padded(byte[] plain) {
        int added = BLOCK - plain.length % BLOCK;
        byte[] padded = Arrays.copyOf(plain, plain.length + added);
        Arrays.fill(padded, plain.length, padded.length, (byte) added);
        return padded;
    }

    private static Optional<byte[]> unpadded(byte[] padded) {
        int added = padded.length == 0 ? 0 : padded[padded.length - 1];
        return added < 1 || added > BLOCK || added > padded.length
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(padded, padded.length - added));
    }
}
