package dockdsl.secret.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2). Java's own takes passwords as characters; those of Ansible Vault and age are bytes.
 */
public final class Pbkdf2 {
    private static final String HMAC = "HmacSHA256";

    private Pbkdf2() {}

    /** @param password at least one byte */
    public static byte[] derive(byte[] password, byte[] salt, int iterations, int length) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(password, HMAC));
            byte[] key = new byte[length];
            int block = mac.getMacLength();
            for (int start = 0, number = 1; start < length; start += block, number++) {
                byte[] derived = block(mac, salt, number, iterations);
                System.arraycopy(derived, 0, key, start, Math.min(block, length - start));
                Arrays.fill(derived, (byte) 0);
            }
            return key;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + HMAC, missing);
        }
    }

    private static byte[] block(Mac mac, byte[] salt, int number, int iterations) throws GeneralSecurityException {
        mac.update(salt);
        mac.update(new byte[] {(byte) (number >>> 24), (byte) (number >>> 16), (byte) (number >>> 8), (byte) number});
        byte[] last = mac.doFinal();
        byte[] sum = last.clone();
        for (int i = 1; i < iterations; i++) {
            mac.update(last);
            mac.doFinal(last, 0);
            for (int j = 0; j < sum.length; j++) {
                sum[j] ^= last[j];
            }
        }
        return sum;
    }
}
