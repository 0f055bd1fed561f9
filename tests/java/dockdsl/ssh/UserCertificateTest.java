package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserCertificateTest {
    private static final Instant DURING = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    static Path folder;

    private static Path key;

    @BeforeAll
    static void makeKeys() throws Exception {
        SshKeygen.key(folder.resolve("ca"));
        key = SshKeygen.key(folder.resolve("id"));
    }

    @Test
    void belongsToItsKey() throws Exception {
        var certificate = signed("-n", "deploy");
        assertThat(certificate.isOf(
                        PublicKeys.read(Files.readString(Path.of(key + ".pub"))).orElseThrow()))
                .isTrue();
        assertThat(certificate.isOf(PublicKeys.read(Files.readString(folder.resolve("ca.pub")))
                        .orElseThrow()))
                .isFalse();
    }

    @Test
    void isNotDoubtedWhenItIsGood() throws Exception {
        assertThat(signed("-n", "deploy", "-V", "20240101000000Z:20250101000000Z")
                        .doubt("deploy", DURING))
                .isEmpty();
        assertThat(signed("-n", "deploy").doubt("deploy", DURING)).isEmpty();
        assertThat(signed().doubt("anybody", DURING)).isEmpty();
    }

    @Test
    void expires() throws Exception {
        assertThat(signed("-V", "20230101000000Z:20240101000000Z").doubt("deploy", DURING))
                .contains("the certificate " + key + "-cert.pub expired at 2024-01-01T00:00:00Z");
    }

    @Test
    void begins() throws Exception {
        assertThat(signed("-V", "20250101000000Z:forever").doubt("deploy", DURING))
                .contains("the certificate " + key + "-cert.pub is good from 2025-01-01T00:00:00Z on, not yet");
    }

    @Test
    void isForSomebody() throws Exception {
        assertThat(signed("-n", "admin,ops").doubt("deploy", DURING))
                .contains("the certificate " + key + "-cert.pub is for admin, ops, which does not say deploy");
    }

    @Test
    void mayBeOneForHosts() throws Exception {
        assertThat(signed("-h").doubt("deploy", DURING))
                .contains("the certificate " + key + "-cert.pub is one for hosts");
    }

    @Test
    void isNoPlainKey() {
        assertThatThrownBy(() -> UserCertificate.read(Path.of(key + ".pub")))
                .isInstanceOf(IOException.class)
                .hasMessage("it holds no certificate of OpenSSH");
        assertThatThrownBy(() -> UserCertificate.read(key)).hasMessage("it holds no certificate of OpenSSH");
    }

    private static UserCertificate signed(String... options) throws Exception {
        var words = new ArrayList<>(List.of("-q", "-s", folder.resolve("ca").toString(), "-I", "a test's"));
        words.addAll(List.of(options));
        words.add(key + ".pub");
        SshKeygen.run(words.toArray(String[]::new));
        return UserCertificate.read(UserCertificate.beside(key));
    }
}
