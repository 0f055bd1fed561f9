package dockdsl.secret.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.secret.local.LocalFile;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgeKeysTest {
    /** Made with age 1.1. */
    private static final Path GIVEN = Path.of("tests/resources/secrets");

    private static final String RECIPIENT = "age1eq7cemx5ttvpxc79e2naun6uggu0q5dh8levyk6fprp62jvsmd5s3k8yv2";
    private static final String WHAT = "The file prod.age";

    private static AgeKeys keys(Optional<String> passphrase, String... files) {
        return new AgeKeys(
                Stream.of(files).map(name -> new LocalFile(GIVEN.resolve(name))).toList(),
                what -> passphrase.map(Secret::of));
    }

    private static byte[] given(String file) throws IOException {
        return Files.readAllBytes(GIVEN.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({"bytes.age, identity.txt", "passphrase.age, identity.txt", "bytes.age, locked-identity.txt"})
    void opensWhatAgeWrote(String file, String identity) throws IOException {
        Secret plain = keys(Optional.of("correct horse"), "other-identity.txt", identity)
                .open(given(file), WHAT);
        assertThat(new String(plain.reveal(), StandardCharsets.ISO_8859_1)).isEqualTo("one line\nand \u00ff\0 bytes\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void opensWhatItWroteItself(boolean armored) {
        Secret plain = Secret.of("a".repeat(100_000));
        byte[] sealed = AgeRecipients.of(List.of(RECIPIENT)).encrypt(plain, armored);
        assertThat(keys(Optional.empty(), "identity.txt").open(sealed, WHAT)).isEqualTo(plain);
        byte[] locked = AgeRecipients.knowing(Secret.of("words"), 10).encrypt(plain, armored);
        assertThat(keys(Optional.of("words")).open(locked, WHAT)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bytes.age      |                    | and no identity is given",
                "bytes.age      | other-identity.txt | no identity fits: tests/resources/secrets/other-identity.txt",
                "bytes.age      | password.txt       | In the file tests/resources/secrets/password.txt is no identity",
                "bytes.age      | nowhere.txt        | does not exist",
                "passphrase.age |                    | the passphrase is another",
                "prod.vault     | identity.txt       | is not encrypted with age"
            })
    void saysWhatIsMissing(String file, String identity, String what) {
        AgeKeys keys = identity == null ? keys(Optional.of("wrong")) : keys(Optional.of("wrong"), identity);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys.open(given(file), WHAT))
                .withMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({"ssh-ed25519.age, ssh-ed25519-key", "ssh-rsa.age, ssh-rsa-key", "ssh-rsa.age, identity.txt"})
    void opensWhatAgeWroteForKeysOfSsh(String file, String identity) throws IOException {
        Secret plain = keys(Optional.empty(), "other-identity.txt", "ssh-unrelated-key", identity)
                .open(given(file), WHAT);
        assertThat(new String(plain.reveal(), StandardCharsets.ISO_8859_1)).isEqualTo("one line\nand \u00ff\0 bytes\n");
    }

    @Test
    void saysThatAKeyOfSshIsNotItsOwn() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys(Optional.empty(), "ssh-unrelated-key").open(given("ssh-ed25519.age"), WHAT))
                .withMessageContaining("no identity fits");
    }

    @Test
    void saysThatAKeyOfSshIsEncrypted() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys(Optional.empty(), "ssh-locked-key").open(given("ssh-ed25519.age"), WHAT))
                .withMessageContaining("ssh-locked-key is encrypted");
    }

    @Test
    void saysThatNobodyAnswersForThePassphrase() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys(Optional.empty()).open(given("passphrase.age"), WHAT))
                .withMessageContaining("nobody answers");
    }

    @Test
    void noticesThatSomethingIsMissingOrChangedAnywhere() throws IOException {
        byte[] sealed = given("bytes.age");
        for (int at = 22; at < sealed.length; at += 7) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;
            assertThatExceptionOfType(NothingToWorkOn.class)
                    .isThrownBy(() -> keys(Optional.empty(), "identity.txt").open(changed, WHAT));
        }
    }

    @Test
    void refusesACostThatWouldTakeAllMemory() throws IOException {
        String costly = new String(given("passphrase.age"), StandardCharsets.ISO_8859_1).replaceFirst(" 18\n", " 30\n");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() ->
                        keys(Optional.of("correct horse")).open(costly.getBytes(StandardCharsets.ISO_8859_1), WHAT))
                .satisfies(failure -> assertThat(failure.getCause()).hasStackTraceContaining("22 is the highest"));
    }

    @Test
    void saysThatARecipientIsNone() {
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> AgeRecipients.of(List.of("ssh-ed25519 AAAA")))
                .withMessageContaining("is not a recipient of age");
    }
}
