package dockdsl.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Supplier;

/** Bytes that nobody may see: every way of turning it into text gives {@code ***}. */
public final class Secret {
    private final Supplier<byte[]> source;

    private Secret(Supplier<byte[]> source) {
        this.source = source;
    }

    public static Secret of(byte[] bytes) {
        byte[] own = bytes.clone();
        return new Secret(() -> own);
    }

    public static Secret of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A secret that is fetched when it is first needed, and then once. The source may throw a {@code DockdslException}. */
    public static Secret later(Supplier<Secret> source) {
        return new Secret(new Later(source));
    }

    private static final class Later implements Supplier<byte[]> {
        private final Supplier<Secret> source;
        private byte[] fetched;

        private Later(Supplier<Secret> source) {
            this.source = source;
        }

        @Override
        public synchronized byte[] get() {
            if (fetched == null) {
                fetched = source.get().reveal();
            }
            return fetched;
        }

        private synchronized boolean isFetched() {
            return fetched != null;
        }
    }

    /** Whether it is known already, so that to reveal it asks nobody and fetches nothing. */
    public boolean isAtHand() {
        return !(source instanceof Later later) || later.isFetched();
    }

    /** The bytes themselves, for the one place that delivers them. */
    public byte[] reveal() {
        return source.get().clone();
    }

    /** The bytes read as UTF-8 text, for protocols that carry text. */
    public String revealText() {
        return new String(source.get(), StandardCharsets.UTF_8);
    }

    /** The same secret without one line break at its end, which editors and programs leave there and nobody means. */
    public Secret withoutLineBreak() {
        return later(() -> of(withoutLineBreak(source.get())));
    }

    private static byte[] withoutLineBreak(byte[] bytes) {
        int end = bytes.length;
        if (end > 0 && bytes[end - 1] == '\n') {
            end--;
        }
        if (end > 0 && end < bytes.length && bytes[end - 1] == '\r') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret
                && (secret == this || MessageDigest.isEqual(source.get(), secret.source.get()));
    }

    /** Always the same: a number made of the bytes would tell of them, and fetch them. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "***";
    }
}
