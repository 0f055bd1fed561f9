package dockdsl.value;

/** The step of SHA-256 (FIPS 180-4, 6.2.2), for those who need it so often that they can't afford to go through bytes. */
final class Sha256 {
    static final int BLOCK = 64;
    static final int WORDS = 8;

    private static final int ROUNDS = 64;
    private static final int[] BEGINNING = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private static final int[] CONSTANTS = {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
    };

    private Sha256() {}

    /** Where every digest begins. */
    static int[] beginning() {
        return BEGINNING.clone();
    }

    /**
     * Takes in one block.
     *
     * @param from the state before
     * @param block 64 words, of which the first 16 are the block; the others are overwritten
     * @param into gets the state after; may be one of the two
     */
    static void take(int[] from, int[] block, int[] into) {
        spread(block);
        int a = from[0];
        int b = from[1];
        int c = from[2];
        int d = from[3];
        int e = from[4];
        int f = from[5];
        int g = from[6];
        int h = from[7];
        for (int i = 0; i < ROUNDS; i++) {
            int turnedE = (e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7);
            int turnedA = (a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10);
            int first = h + turnedE + (g ^ e & (f ^ g)) + CONSTANTS[i] + block[i];
            int second = turnedA + (a & b | c & (a | b));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }
        into[0] = from[0] + a;
        into[1] = from[1] + b;
        into[2] = from[2] + c;
        into[3] = from[3] + d;
        into[4] = from[4] + e;
        into[5] = from[5] + f;
        into[6] = from[6] + g;
        into[7] = from[7] + h;
    }

    /** Plain shifts: where Java interprets this, and at first it does, every call would cost more than what it does. */
    private static void spread(int[] block) {
        for (int i = 16; i < ROUNDS; i++) {
            int early = block[i - 15];
            int late = block[i - 2];
            block[i] = block[i - 16]
                    + ((early >>> 7 | early << 25) ^ (early >>> 18 | early << 14) ^ early >>> 3)
                    + block[i - 7]
                    + ((late >>> 17 | late << 15) ^ (late >>> 19 | late << 13) ^ late >>> 10);
        }
    }

    /** @param bytes at most a block; what is missing is zero */
    static int[] block(byte[] bytes) {
        int[] words = new int[ROUNDS];
        for (int i = 0; i < bytes.length; i++) {
            words[i / Integer.BYTES] |= (bytes[i] & 0xff) << 24 - 8 * (i % Integer.BYTES);
        }
        return words;
    }
}
