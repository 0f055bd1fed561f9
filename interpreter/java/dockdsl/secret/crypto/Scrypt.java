package dockdsl.secret.crypto;

import dockdsl.value.Pbkdf2;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** scrypt (RFC 7914) without parallelism: a key from a passphrase, at the price of time and memory. */
public final class Scrypt {
    private static final int SALSA_WORDS = 16;

    private Scrypt() {}

    /**
     * Takes {@code 128 * r * 2^logN} bytes of memory.
     *
     * @param logN the cost, 1 to 22
     * @param r the size of a block, usually 8
     */
    public static byte[] derive(byte[] password, byte[] salt, int logN, int r, int length) {
        byte[] block = Pbkdf2.derive(password, salt, 1, 128 * r);
        return Pbkdf2.derive(password, mixed(block, logN, r), 1, length);
    }

    /** The function scryptROMix. */
    private static byte[] mixed(byte[] block, int logN, int r) {
        int words = 32 * r;
        int n = 1 << logN;
        int[] x = new int[words];
        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(x);
        int[][] seen = new int[n][];
        int[] y = new int[words];
        for (int i = 0; i < n; i++) {
            seen[i] = x.clone();
            mixBlock(x, y, r);
        }
        for (int i = 0; i < n; i++) {
            int[] other = seen[x[words - SALSA_WORDS] & (n - 1)];
            for (int k = 0; k < words; k++) {
                x[k] ^= other[k];
            }
            mixBlock(x, y, r);
        }
        ByteBuffer mixed = ByteBuffer.allocate(block.length).order(ByteOrder.LITTLE_ENDIAN);
        mixed.asIntBuffer().put(x);
        return mixed.array();
    }

    /** The function scryptBlockMix, in place. */
    private static void mixBlock(int[] x, int[] y, int r) {
        int[] t = new int[SALSA_WORDS];
        System.arraycopy(x, x.length - SALSA_WORDS, t, 0, SALSA_WORDS);
        for (int i = 0; i < 2 * r; i++) {
            for (int k = 0; k < SALSA_WORDS; k++) {
                t[k] ^= x[i * SALSA_WORDS + k];
            }
            salsa(t);
            System.arraycopy(t, 0, y, (i / 2 + (i % 2) * r) * SALSA_WORDS, SALSA_WORDS);
        }
        System.arraycopy(y, 0, x, 0, x.length);
    }

    /** The function Salsa20/8. */
    private static void salsa(int[] t) {
        int[] x = t.clone();
        for (int round = 0; round < 8; round += 2) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int i = 0; i < SALSA_WORDS; i++) {
            t[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
