package dockdsl.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRingTest {
    private static final Secret PASSPHRASE = Secret.of("open sesame");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ed25519, RFC4716",
        "ecdsa, RFC4716",
        "rsa, RFC4716",
        "ecdsa, PEM",
        "rsa, PEM",
        "ecdsa, PKCS8",
        "rsa, PKCS8"
    })
    void readsWhatSshKeygenWrites(String type, String format) throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), type, format, "");
        assertUsable(ring(Optional.empty()).look(file), file);
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, RFC4716",
        "ecdsa, RFC4716",
        "rsa, RFC4716",
        "ecdsa, PEM",
        "rsa, PEM",
        "ecdsa, PKCS8",
        "rsa, PKCS8"
    })
    void opensEncryptedFilesWithThePassphrase(String type, String format) throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), type, format, PASSPHRASE.revealText());
        assertUsable(ring(Optional.of(PASSPHRASE)).look(file), file);
    }

    @ParameterizedTest
    @CsvSource({"ed25519, RFC4716", "rsa, PEM", "rsa, PKCS8"})
    void saysThatThePassphraseIsWrong(String type, String format) throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), type, format, PASSPHRASE.revealText());
        assertThat(ring(Optional.of(Secret.of("open barley"))).look(file))
                .isInstanceOfSatisfying(
                        KeyFile.Locked.class,
                        locked -> assertThat(locked.reason()).contains("DOCKDSL_SSH_PASSPHRASE"));
    }

    @Test
    void asksForAPassphraseOnce() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), "ed25519", "RFC4716", PASSPHRASE.revealText());
        var asked = new AtomicInteger();
        var ring = new KeyRing(Optional.empty(), key -> {
            asked.incrementAndGet();
            return Optional.of(PASSPHRASE);
        });
        assertThat(ring.look(file)).isInstanceOf(KeyFile.Locked.class);
        assertUsable(ring.unlock(file), file);
        assertUsable(ring.unlock(file), file);
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksOnceEvenForAWrongAnswer() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), "ed25519", "RFC4716", PASSPHRASE.revealText());
        var asked = new AtomicInteger();
        var ring = new KeyRing(Optional.empty(), key -> {
            asked.incrementAndGet();
            return Optional.of(Secret.of("wrong"));
        });
        ring.unlock(file);
        assertThat(ring.unlock(file))
                .isInstanceOfSatisfying(
                        KeyFile.Locked.class,
                        locked -> assertThat(locked.reason()).isEqualTo("the passphrase for it is wrong"));
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAnewWhenItIsAskedFor() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), "ed25519", "RFC4716", PASSPHRASE.revealText());
        var answers = new ArrayDeque<>(List.of(Secret.of("wrong"), PASSPHRASE));
        var ring = new KeyRing(Optional.empty(), key -> Optional.of(answers.remove()));
        assertThat(ring.unlock(file)).isInstanceOf(KeyFile.Locked.class);
        ring.refresh();
        assertUsable(ring.unlock(file), file);
        ring.refresh();
        assertUsable(ring.look(file), file);
    }

    @Test
    void tellsThePublicKeyOfALockedFile() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), "ed25519", "RFC4716", PASSPHRASE.revealText());
        assertThat(ring(Optional.empty()).look(file))
                .isInstanceOfSatisfying(
                        KeyFile.Locked.class,
                        locked -> assertThat(locked.key().publicKey()).contains(SshKeygen.publicKey(file)));
    }

    @ParameterizedTest
    @CsvSource({"rw-r-----, 0640", "rw----r--, 0604", "rw--w----, 0620", "rw------x, 0601"})
    void doesNotUseAKeyToWhichOthersHaveRights(String rights, String mode) throws Exception {
        var file = SshKeygen.key(folder.resolve("key"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        assertThat(ring(Optional.empty()).look(file))
                .isEqualTo(new KeyFile.Exposed(
                        Optional.of(SshKeygen.publicKey(file)),
                        "others than its owner have rights to it (mode " + mode + ")"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertUsable(ring(Optional.empty()).look(file), file);
    }

    @Test
    void doesNotUseALockedKeyToWhichOthersHaveRights() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"), "rsa", "PEM", PASSPHRASE.revealText());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(ring(Optional.of(PASSPHRASE)).look(file)).isInstanceOf(KeyFile.Exposed.class);
    }

    @Test
    void leavesAPublicKeyToAllAndAKeyOfSomebodyElseToHim() throws Exception {
        var file = SshKeygen.key(folder.resolve("key"));
        assertThat(ring(Optional.empty()).look(Path.of(file + ".pub"))).isInstanceOf(KeyFile.Public.class);
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.setOwner(
                file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("daemon"));
        assertUsable(ring(Optional.empty()).look(file), file);
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        var garbled = Files.writeString(folder.resolve("key"), "no key at all");
        assertThat(ring(Optional.empty()).look(garbled))
                .isInstanceOfSatisfying(
                        KeyFile.Unusable.class,
                        unusable -> assertThat(unusable.reason()).contains("no private key"));
        assertThat(ring(Optional.empty()).look(folder.resolve("none"))).isEqualTo(new KeyFile.Unusable("no such file"));
    }

    private static KeyRing ring(Optional<Secret> passphrase) {
        return new KeyRing(passphrase, Passphrases.nobodyToAsk());
    }

    private static void assertUsable(KeyFile key, Path file) {
        assertThat(key)
                .isInstanceOfSatisfying(
                        KeyFile.Usable.class,
                        usable -> assertThat(PublicKeys.base64(usable.pair().getPublic()))
                                .isEqualTo(SshKeygen.publicKey(file)));
    }
}
