package dockdsl.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that nobody may see: every way of turning it into text gives {@code ***}. */
public final class Secret {
    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    public static Secret of(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes themselves, for the one place that delivers them. */
    public byte[] reveal() {
        return bytes.clone();
    }

    /** The bytes read as UTF-8 text, for protocols that carry text. */
    public String revealText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
