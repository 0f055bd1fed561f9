package dockdsl.value;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2). Java's own takes passwords as characters, and goes through bytes and objects for each
 * of thousands of rounds, which takes two and a half times as long where only the quick compiler works.
 */
public final class Pbkdf2 {
    private static final String HMAC = "HmacSHA256";
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;

    private Pbkdf2() {}

    /**
     * A key from a password.
     *
     * @param iterations at least 1; as many for a guess
     * @param length of the key in bytes
     */
    public static byte[] derive(byte[] password, byte[] salt, int iterations, int length) {
        byte[] padded = padded(password);
        int[] inner = begun(padded, INNER);
        int[] outer = begun(padded, OUTER);
        byte[] key = new byte[length];
        int block = Sha256.WORDS * Integer.BYTES;
        for (int start = 0, number = 1; start < length; start += block, number++) {
            int[] sum = sum(inner, outer, first(padded, salt, number), iterations);
            for (int i = start; i < Math.min(start + block, length); i++) {
                key[i] = octet(sum, i - start);
            }
            Arrays.fill(sum, 0);
        }
        Arrays.fill(padded, (byte) 0);
        return key;
    }

    /** To the length of a block, as HMAC wants keys (RFC 2104). */
    private static byte[] padded(byte[] password) {
        try {
            byte[] key = password.length > Sha256.BLOCK
                    ? MessageDigest.getInstance("SHA-256").digest(password)
                    : password;
            return Arrays.copyOf(key, Sha256.BLOCK);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What each HMAC has done before it comes to its text. */
    private static int[] begun(byte[] key, byte pad) {
        byte[] mixed = key.clone();
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] ^= pad;
        }
        int[] state = Sha256.beginning();
        Sha256.take(state, Sha256.block(mixed), state);
        Arrays.fill(mixed, (byte) 0);
        return state;
    }

    /** The first round, the only one whose text is of any length. */
    private static byte[] first(byte[] key, byte[] salt, int number) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            mac.update(salt);
            mac.update(
                    new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number});
            return mac.doFinal();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** All rounds, one over the other. */
    private static int[] sum(int[] inner, int[] outer, byte[] first, int iterations) {
        int[] last = digestBlock(first);
        int[] sum = Arrays.copyOf(last, Sha256.WORDS);
        for (int round = 1; round < iterations; round++) {
            Sha256.take(inner, last, last);
            Sha256.take(outer, last, last);
            for (int i = 0; i < Sha256.WORDS; i++) {
                sum[i] ^= last[i];
            }
        }
        return sum;
    }

    /** A digest as the whole text of an HMAC: behind it the one bit that ends every text, and the length in bits, with the pad before it. */
    private static int[] digestBlock(byte[] digest) {
        int[] block = Sha256.block(digest);
        block[Sha256.WORDS] = 1 << 31;
        block[15] = (Sha256.BLOCK + digest.length) * Byte.SIZE;
        return block;
    }

    private static byte octet(int[] words, int place) {
        return (byte) (words[place / Integer.BYTES] >>> 24 - 8 * (place % Integer.BYTES));
    }
}
