package dockdsl.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Test {
    /** RFC 7914, 11. */
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
                + "a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
    })
    void keysAreThoseOfTheStandard(String password, String salt, int iterations, String key) {
        assertThat(HexFormat.of().formatHex(Pbkdf2.derive(utf8(password), utf8(salt), iterations, 64)))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 63, 64, 65, 200})
    void passwordsMayBeOfAnyLength(int length) throws GeneralSecurityException {
        String password = "p".repeat(length);
        assertThat(Pbkdf2.derive(utf8(password), utf8("salt"), 3, 80)).isEqualTo(ofJava(password, "salt", 3, 80));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 80})
    void keysMayBeOfAnyLength(int length) throws GeneralSecurityException {
        assertThat(Pbkdf2.derive(utf8("password"), utf8("salt"), 2, length))
                .isEqualTo(ofJava("password", "salt", 2, length));
    }

    @Test
    void theEmptyPasswordIsOneToo() throws GeneralSecurityException {
        assertThat(Pbkdf2.derive(new byte[0], utf8("salt"), 5, 32)).isEqualTo(ofJava("", "salt", 5, 32));
    }

    private static byte[] ofJava(String password, String salt, int iterations, int length)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), utf8(salt), iterations, 8 * length);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
