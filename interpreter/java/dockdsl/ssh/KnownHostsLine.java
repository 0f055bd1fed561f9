package dockdsl.ssh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One entry of a known_hosts file, in the format of sshd(8).
 *
 * @param names a comma-separated list of patterns, or one hashed name {@code |1|salt|hash}
 * @param key the key in base64, as it stands
 */
record KnownHostsLine(Marker marker, String names, String type, String key) {
    private static final int SALT = 20;

    enum Marker {
        NONE,
        REVOKED,
        CERT_AUTHORITY
    }

    /** Empty for comments, blank lines and what no OpenSSH wrote. */
    static Optional<KnownHostsLine> read(String line) {
        var fields = line.strip().split("[ \t]+");
        if (fields[0].startsWith("#")) {
            return Optional.empty();
        }
        return switch (fields[0]) {
            case "@revoked" -> of(Marker.REVOKED, fields, 1);
            case "@cert-authority" -> of(Marker.CERT_AUTHORITY, fields, 1);
            default -> of(Marker.NONE, fields, 0);
        };
    }

    private static Optional<KnownHostsLine> of(Marker marker, String[] fields, int first) {
        if (fields.length < first + 3 || fields[first].startsWith("@")) {
            return Optional.empty();
        }
        return Optional.of(new KnownHostsLine(marker, fields[first], fields[first + 1], fields[first + 2]));
    }

    /** The name as {@code HashKnownHosts} wants it: nobody can read from the file where its owner goes. */
    static String hashed(String name) {
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        var base64 = Base64.getEncoder();
        return "|1|" + base64.encodeToString(salt) + "|"
                + base64.encodeToString(hash(name.toLowerCase(Locale.ROOT), salt));
    }

    boolean holds(String keyInBase64) {
        return key.equals(keyInBase64);
    }

    /** @param name {@code host} or {@code [host]:port} */
    boolean isAbout(String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        return names.startsWith("|1|") ? isHashOf(wanted) : matches(wanted);
    }

    private boolean matches(String name) {
        return Patterns.match(List.of(names.toLowerCase(Locale.ROOT).split(",")), name);
    }

    private boolean isHashOf(String name) {
        var parts = names.split("\\|");
        try {
            return parts.length == 4
                    && MessageDigest.isEqual(
                            hash(name, Base64.getDecoder().decode(parts[2])),
                            Base64.getDecoder().decode(parts[3]));
        } catch (IllegalArgumentException garbled) {
            return false;
        }
    }

    private static byte[] hash(String name, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(salt, "HmacSHA1"));
            return mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }

    static List<KnownHostsLine> readAll(String text) {
        return Arrays.stream(text.split("\n"))
                .map(KnownHostsLine::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
