package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostCertificateTest {
    private static final Instant DURING = Instant.parse("2024-06-01T00:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void isGoodForItsNames(String authority) throws Exception {
        var certificate = read(signed(authority, "-h", "-n", "web1,*.internal"));
        assertThat(fault(certificate, "web1")).isEmpty();
        assertThat(fault(certificate, "db.internal")).isEmpty();
        assertThat(fault(certificate, "web2")).contains("is for web1, *.internal and not for web2");
    }

    @Test
    void isGoodForEveryHostWhenItNamesNone() throws Exception {
        assertThat(fault(read(signed("ed25519", "-h")), "web1")).isEmpty();
    }

    @Test
    void expires() throws Exception {
        var certificate = read(signed("ed25519", "-h", "-V", "20230101000000Z:20240101000000Z"));
        assertThat(fault(certificate, "web1")).contains("expired at 2024-01-01T00:00:00Z");
    }

    @Test
    void isNoneOfAUser() throws Exception {
        assertThat(fault(read(signed("ed25519", "-n", "web1")), "web1")).contains("is one for users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void isWorthNothingWhenSomebodyWroteAnotherName(String authority) throws Exception {
        var bytes = Base64.getDecoder()
                .decode(signed(authority, "-h", "-n", "mallory-host").split(" ")[1]);
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("mallory-host", "trusted-host");
        var forged = "x " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read(forged).getPrincipals()).containsExactly("trusted-host");
        assertThat(fault(read(forged), "trusted-host")).contains("has no good signature of its authority");
    }

    @Test
    void isWorthNothingWithTheOldHashOfRsa() throws Exception {
        assertThat(fault(read(signed("rsa", "-t", "ssh-rsa", "-h")), "web1"))
                .contains("has no good signature of its authority");
    }

    private static Optional<String> fault(OpenSshCertificate certificate, String name) {
        return new HostCertificate(certificate).fault(null, name, DURING);
    }

    private static OpenSshCertificate read(String line) {
        return (OpenSshCertificate) PublicKeys.read(line).orElseThrow();
    }

    /** The line of a certificate of an authority with such a key. */
    private String signed(String authority, String... options) throws Exception {
        var ca = SshKeygen.key(folder.resolve("ca"), authority, "RFC4716", "");
        var key = SshKeygen.key(folder.resolve("host"));
        var words = new ArrayList<>(List.of("-q", "-s", ca.toString(), "-I", "a test's"));
        words.addAll(List.of(options));
        words.add(key + ".pub");
        SshKeygen.run(words.toArray(String[]::new));
        return Files.readString(folder.resolve("host-cert.pub"));
    }
}
