package dockdsl.model;

import dockdsl.value.Pbkdf2;
import dockdsl.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of a site, and what may be kept of it on a host.
 *
 * <p>A fingerprint tells whether a container has this value and nothing about the value: who wants to guess has to go through
 * {@value #ROUNDS} rounds of PBKDF2 for each guess, and for each secret of each site anew.
 */
public final class SiteSecret {
    private static final int ROUNDS = 20_000;
    private static final int KEY_BYTES = 32;
    private static final int FINGERPRINT_BYTES = 16;

    private final String site;
    private final String name;
    private final Secret value;
    private final boolean seen;
    private byte[] key = {};

    private SiteSecret(String site, String name, Secret value, boolean seen) {
        this.site = site;
        this.name = name;
        this.value = value;
        this.seen = seen;
    }

    public static SiteSecret of(String site, String name, Secret value) {
        return new SiteSecret(site, name, value, true);
    }

    /** The same for those who only look around and must not ask for it: its fingerprint is empty. */
    public SiteSecret unseen() {
        return new SiteSecret(site, name, value, false);
    }

    public String name() {
        return name;
    }

    public Secret value() {
        return value;
    }

    /** What takes its time in every {@link #fingerprint}, done once. */
    public synchronized byte[] key() {
        if (key.length == 0) {
            key = derived();
        }
        return key.clone();
    }

    /** Every byte is a character and then UTF-8, as containers that are out there have it. */
    private byte[] derived() {
        byte[] bytes = value.reveal();
        byte[] password = new String(bytes, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.UTF_8);
        byte[] salt = ("dockdsl secret " + site + "/" + name).getBytes(StandardCharsets.UTF_8);
        try {
            return Pbkdf2.derive(password, salt, ROUNDS, KEY_BYTES);
        } finally {
            Arrays.fill(password, (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * Another one for each user, so that nobody sees which of them share a value.
     *
     * @param user the engine's name of the container that has the secret
     * @return 32 hexadecimal digits, or nothing when it is {@link #unseen}
     */
    public String fingerprint(String user) {
        if (!seen) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            byte[] sum = mac.doFinal(user.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, FINGERPRINT_BYTES);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "secret " + name;
    }
}
