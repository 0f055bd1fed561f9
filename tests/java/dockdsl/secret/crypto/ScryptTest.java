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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
