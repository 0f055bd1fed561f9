package dockdsl.ssh;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Whom a line of known_hosts is about. */
sealed interface KnownNames {
    boolean include(SoughtName name);

    /** Patterns with commas between them, in small letters. */
    record Listed(List<String> patterns) implements KnownNames {
        @Override
        public boolean include(SoughtName name) {
            return Patterns.match(patterns, name.text());
        }
    }

    /** One name that nobody can read, as {@code HashKnownHosts} wants it: {@code |1|salt|hash}. */
    record Hashed(byte[] salt, byte[] hash) implements KnownNames {
        private static final String START = "|1|";
        private static final int SALT = 20;

        static Hashed of(String name) {
            var salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            return new Hashed(salt, new SoughtName(name).hash(salt));
        }

        @Override
        public boolean include(SoughtName name) {
            return salt.length > 0 && MessageDigest.isEqual(name.hash(salt), hash);
        }

        /** As it stands in the file. */
        String text() {
            var base64 = Base64.getEncoder();
            return START + base64.encodeToString(salt) + "|" + base64.encodeToString(hash);
        }

        /** One that is garbled includes nobody. */
        private static KnownNames read(String text) {
            var parts = text.substring(START.length()).split("\\|");
            try {
                return parts.length == 2
                        ? new Hashed(
                                Base64.getDecoder().decode(parts[0]),
                                Base64.getDecoder().decode(parts[1]))
                        : new Listed(List.of());
            } catch (IllegalArgumentException garbled) {
                return new Listed(List.of());
            }
        }
    }

    /** @param text as it stands in the file */
    static KnownNames read(String text) {
        return text.startsWith(Hashed.START)
                ? Hashed.read(text)
                : new Listed(List.of(text.toLowerCase(Locale.ROOT).split(",")));
    }
}
