package dockdsl.value;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One SHA-256 over many parts; every part goes in with its length, so that none can pass for another. */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    private void add(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Content of any length, which is read to its end. */
    public Fingerprint add(InputStream content) throws IOException {
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
        }
        add(size);
        return this;
    }

    /** 64 hexadecimal digits; the end of it. */
    public String digits() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
