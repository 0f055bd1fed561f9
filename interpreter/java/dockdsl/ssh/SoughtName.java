package dockdsl.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A host's name to be compared with those in known_hosts, of which thousands may be hashed, each with a salt of its own. */
final class SoughtName {
    private static final String ALGORITHM = "HmacSHA1";

    private final String text;
    private final Mac mac;

    /** @param name {@code host} or {@code [host]:port} */
    SoughtName(String name) {
        text = name.toLowerCase(Locale.ROOT);
        try {
            mac = Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** In small letters. */
    String text() {
        return text;
    }

    byte[] hash(byte[] salt) {
        try {
            mac.init(new SecretKeySpec(salt, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("any bytes are a key of " + ALGORITHM, e);
        }
    }
}
