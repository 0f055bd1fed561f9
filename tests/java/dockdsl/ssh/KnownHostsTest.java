package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.ssh.KnownHosts.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownHostsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "web1 ssh-ed25519 AAAA               ; web1        ; KNOWN",
                "web1 ssh-ed25519 BBBB               ; web1        ; CHANGED",
                "web1 ssh-rsa BBBB                   ; web1        ; CHANGED",
                "web2 ssh-ed25519 AAAA               ; web1        ; UNKNOWN",
                "web1,10.0.0.1 ssh-ed25519 AAAA      ; 10.0.0.1    ; KNOWN",
                "WEB1 ssh-ed25519 AAAA               ; web1        ; KNOWN",
                "web1 ssh-ed25519 AAAA a comment     ; Web1        ; KNOWN",
                "*.example.com ssh-ed25519 AAAA      ; a.example.com ; KNOWN",
                "*,!web1 ssh-ed25519 AAAA            ; web1        ; UNKNOWN",
                "[web1]:2222 ssh-ed25519 AAAA        ; [web1]:2222 ; KNOWN",
                "[web1]:2222 ssh-ed25519 AAAA        ; web1        ; UNKNOWN",
                "web1 ssh-ed25519 AAAA               ; [web1]:2222 ; UNKNOWN",
                "@revoked * ssh-ed25519 AAAA         ; web1        ; REVOKED",
                "@revoked web2 ssh-ed25519 AAAA      ; web1        ; UNKNOWN",
                "@cert-authority * ssh-ed25519 AAAA  ; web1        ; UNKNOWN",
                "@strange web1 ssh-ed25519 AAAA      ; web1        ; UNKNOWN",
                "# web1 ssh-ed25519 AAAA             ; web1        ; UNKNOWN",
                "|1|garbled ssh-ed25519 AAAA         ; web1        ; UNKNOWN",
                "|1||AAAA ssh-ed25519 AAAA           ; web1        ; UNKNOWN",
                "web1                                ; web1        ; UNKNOWN",
                "web1 ssh-dss BBBB                   ; web1        ; UNKNOWN",
                "web1 ssh-xmss@openssh.com BBBB      ; web1        ; UNKNOWN",
                "web1 1024 35 12345678901            ; web1        ; UNKNOWN",
            })
    void judgesTheKeyAAAA(String line, String name, Verdict verdict) throws IOException {
        assertThat(judge("\n" + line + "\n", name)).isEqualTo(verdict);
    }

    @Test
    void oneOfSeveralKeysIsEnough() throws IOException {
        assertThat(judge("web1 ssh-rsa BBBB\nweb1 ssh-ed25519 AAAA\n", "web1")).isEqualTo(Verdict.KNOWN);
    }

    @Test
    void aRevokedKeyStaysRevokedHoweverWellKnown() throws IOException {
        assertThat(judge("web1 ssh-ed25519 AAAA\n@revoked web1 ssh-ed25519 AAAA\n", "web1"))
                .isEqualTo(Verdict.REVOKED);
    }

    @Test
    void findsHashedNames() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("known"), "web1 ssh-ed25519 AAAA\n[web1]:2222 ssh-ed25519 CCCC\n");
        var hashed = new ProcessBuilder("ssh-keygen", "-H", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        hashed.getInputStream().readAllBytes();
        assertThat(hashed.waitFor()).isZero();
        assertThat(file).content().doesNotContain("web1");
        assertThat(new KnownHosts().judge(List.of(file), "web1", "AAAA")).isEqualTo(Verdict.KNOWN);
        assertThat(new KnownHosts().judge(List.of(file), "[web1]:2222", "CCCC")).isEqualTo(Verdict.KNOWN);
        assertThat(new KnownHosts().judge(List.of(file), "web2", "AAAA")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void namesAreHashedAsOpenSshHashesThem() throws IOException, InterruptedException {
        var file = folder.resolve("known");
        new KnownHosts().add(file, KnownNames.Hashed.of("[Web1]:2222").text(), "ssh-ed25519", "AAAA");
        assertThat(file).content().startsWith("|1|").doesNotContain("eb1");
        assertThat(new KnownHosts().judge(List.of(file), "[web1]:2222", "AAAA")).isEqualTo(Verdict.KNOWN);
        var found = new ProcessBuilder("ssh-keygen", "-F", "[web1]:2222", "-f", file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(new String(found.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("found: line 1");
        assertThat(found.waitFor()).isZero();
    }

    @Test
    void knowsAuthoritiesUnlessRevoked() throws IOException {
        var file = write("@cert-authority *.example.com ssh-ed25519 CCCC\n");
        assertThat(new KnownHosts().isAuthority(file, "a.example.com", "CCCC")).isTrue();
        assertThat(new KnownHosts().isAuthority(file, "web1", "CCCC")).isFalse();
        var revoked = write("@cert-authority * ssh-ed25519 CCCC\n@revoked * ssh-ed25519 CCCC\n");
        assertThat(new KnownHosts().isAuthority(revoked, "web1", "CCCC")).isFalse();
    }

    @Test
    void tellsTheTypesOfAHostsKeys() throws IOException {
        var file =
                write("web1 ssh-rsa AAAA\nweb1 ssh-ed25519 BBBB\nweb1 ssh-rsa CCCC\nweb2 ecdsa-sha2-nistp256 DDDD\n");
        assertThat(new KnownHosts().types(file, "web1")).containsExactly("ssh-rsa", "ssh-ed25519");
    }

    @Test
    void whatIsAddedCountsForWhoAskedBefore() throws IOException {
        var file = write("web2 ssh-ed25519 AAAA\n");
        var known = new KnownHosts();
        assertThat(known.judge(file, "web1", "AAAA")).isEqualTo(Verdict.UNKNOWN);
        known.add(file.getFirst(), "web1", "ssh-ed25519", "AAAA");
        assertThat(known.judge(file, "web1", "AAAA")).isEqualTo(Verdict.KNOWN);
        Files.writeString(file.getFirst(), "");
        assertThat(known.judge(file, "web1", "AAAA")).isEqualTo(Verdict.KNOWN);
        known.refresh();
        assertThat(known.judge(file, "web1", "AAAA")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void addsAnEntryToAFileThatOnlyTheUserMayRead() {
        var file = folder.resolve("home/.ssh/known_hosts");
        var known = new KnownHosts();
        known.add(file, "web1", "ssh-ed25519", "AAAA");
        assertThat(file).content().isEqualTo("web1 ssh-ed25519 AAAA\n");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        assertThat(known.judge(List.of(file), "web1", "AAAA")).isEqualTo(Verdict.KNOWN);
    }

    @Test
    void addsAnEntryOnALineOfItsOwn() throws IOException {
        var file = Files.writeString(folder.resolve("known"), "web2 ssh-ed25519 BBBB");
        new KnownHosts().add(file, "web1", "ssh-ed25519", "AAAA");
        assertThat(file).content().isEqualTo("web2 ssh-ed25519 BBBB\nweb1 ssh-ed25519 AAAA\n");
    }

    @Test
    void remembersWhatItAddedToNowhere() {
        var known = new KnownHosts();
        known.add(Path.of("/dev/null"), "web1", "ssh-ed25519", "AAAA");
        assertThat(known.judge(List.of(Path.of("/dev/null")), "web1", "AAAA")).isEqualTo(Verdict.KNOWN);
    }

    private Verdict judge(String text, String name) throws IOException {
        return new KnownHosts().judge(write(text), name, "AAAA");
    }

    private List<Path> write(String text) throws IOException {
        return List.of(folder.resolve("missing"), Files.writeString(folder.resolve("known_hosts"), text));
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
