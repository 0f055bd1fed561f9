package dockdsl.secret.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScryptTest {
    /** The first is of RFC 7914, 12; the others were made with Python's hashlib. */
    @ParameterizedTest
    @CsvSource({
        "pleaseletmein, SodiumChloride, 14, 8, 7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
        "password, NaCl, 10, 8, 27b418c674c769d12501fbb1f53bac32df6514c0f28d043872b148b348961a79057a6861cc3553246aa0ddb63bc074450b924022547a799538d603396835dd62",
        "p, s, 4, 1, 13a6893eaa50d0932074637fa05e1613eb440ac1566d3b37b08cb3349dac7cedf1bde6d044c3ca83"
    })
    void derivesKnownKeys(String password, String salt, int logN, int r, String key) {
        byte[] expected = HexFormat.of().parseHex(key);
        assertThat(Scrypt.derive(bytes(password), bytes(salt), logN, r, expected.length))
                .isEqualTo(expected);
    }

    /** RFC 7914, 11. */
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d"
    })
    void derivesKnownKeysOfPbkdf2(String password, String salt, int iterations, String key) {
        byte[] expected = HexFormat.of().parseHex(key);
        assertThat(Pbkdf2.derive(bytes(password), bytes(salt), iterations, expected.length))
                .isEqualTo(expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
