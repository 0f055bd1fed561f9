package dockdsl.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.inventory.YamlTexts;
import dockdsl.problem.NothingToWorkOn;
import dockdsl.secret.age.AgeKeys;
import dockdsl.secret.local.LocalFile;
import dockdsl.secret.vault.VaultPasswords;
import dockdsl.value.Secret;
import dockdsl.value.SecretOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretSourcesTest {
    /** Made with ansible-vault of ansible-core 2.14 and with age 1.1. */
    private static final Path GIVEN = Path.of("tests/resources/secrets");

    private static final String BYTES = "one line\nand \u00ff\0 bytes\n";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Optional<String> answer = Optional.empty();

    private final SealedFiles files = new SealedFiles(
            () -> VaultPasswords.of(
                    new VaultPasswords.Wishes(
                            List.of("prod@" + given("prod-password.txt")), List.of(given("password.txt")), false),
                    Map.of(),
                    this::answered,
                    path -> path),
            () -> new AgeKeys(List.of(LocalFile.of(given("identity.txt"))), what -> Optional.empty()),
            YamlTexts::of);

    private final SecretSources sources = new SecretSources(
            Map.of("PASSWORD", "from env", "EMPTY", ""),
            this::answered,
            files,
            field -> Secret.of("field " + field.field()));

    private Optional<char[]> answered(String question) {
        asked.add(question);
        return answer.map(String::toCharArray);
    }

    private String fetch(SecretOrigin origin) {
        return sources.apply(origin).revealText();
    }

    private static SecretOrigin file(Path path, boolean trim) {
        return new SecretOrigin.PlainFile(path.toString(), trim);
    }

    private static SecretOrigin vault(String file, String key) {
        return new SecretOrigin.VaultFile(given(file), Optional.of(key).filter(name -> !name.isEmpty()));
    }

    private static SecretOrigin age(String file, String key) {
        return new SecretOrigin.AgeFile(given(file), Optional.of(key).filter(name -> !name.isEmpty()));
    }

    private static String given(String file) {
        return GIVEN.resolve(file).toString();
    }

    @Test
    void readsAVariable() {
        assertThat(fetch(new SecretOrigin.Environment("PASSWORD"))).isEqualTo("from env");
    }

    private String missing(SecretOrigin origin) {
        return sources.missing(origin).map(Throwable::getMessage).orElse("");
    }

    @Test
    void saysBeforeItFetchesAnythingWhatIsNotThere() {
        String nowhere = folder.resolve("nowhere").toString();

        assertThat(missing(new SecretOrigin.Environment("NOWHERE")))
                .isEqualTo("The environment variable NOWHERE is not set.");
        assertThat(missing(new SecretOrigin.Environment("EMPTY"))).endsWith("is empty.");
        assertThat(missing(file(Path.of(nowhere), false))).isEqualTo("The file " + nowhere + " does not exist.");
        assertThat(missing(file(folder, false))).endsWith("is a folder.");
        assertThat(missing(new SecretOrigin.VaultFile(nowhere, Optional.empty())))
                .endsWith("does not exist.");
        assertThat(missing(new SecretOrigin.AgeFile(nowhere, Optional.of("key"))))
                .endsWith("does not exist.");
    }

    @Test
    void saysWhenAFileWithTheKeyToASecretIsNotThere() {
        SealedFiles locked = new SealedFiles(
                () -> VaultPasswords.of(
                        new VaultPasswords.Wishes(List.of("prompt"), List.of("password.txt"), true),
                        Map.of("DOCKDSL_VAULT_PASSWORD", "known"),
                        this::answered,
                        path -> folder.resolve(path).toString()),
                () -> new AgeKeys(
                        List.of(
                                LocalFile.of(given("identity.txt")),
                                LocalFile.of(folder.resolve("key.txt").toString())),
                        what -> Optional.empty()),
                YamlTexts::of);
        SecretSources lockedSources = new SecretSources(Map.of(), this::answered, locked, field -> null);

        assertThat(lockedSources.missing(vault("prod.vault", "")).orElseThrow())
                .hasMessage("The file " + folder.resolve("password.txt") + " does not exist.");
        assertThat(lockedSources.missing(age("bytes.age", "")).orElseThrow())
                .hasMessage("The file " + folder.resolve("key.txt") + " does not exist.");
        assertThat(asked).isEmpty();
    }

    @Test
    void findsNothingMissingWhereItWouldHaveToOpenRunOrAsk() {
        assertThat(missing(new SecretOrigin.Environment("PASSWORD"))).isEmpty();
        assertThat(missing(vault("prod.vault", ""))).isEmpty();
        assertThat(missing(age("bytes.age", ""))).isEmpty();
        assertThat(missing(new SecretOrigin.Prompt(""))).isEmpty();
        assertThat(missing(new SecretOrigin.Program(List.of("false")))).isEmpty();
        assertThat(missing(new SecretOrigin.KeyValue("secret/data/x", "y", Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void saysWhichVariableIsMissing() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Environment("NOWHERE")))
                .withMessage("The environment variable NOWHERE is not set.");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Environment("EMPTY")))
                .withMessageContaining("is empty");
    }

    @Test
    void readsAFileByteByByteUnlessToldToTrimIt() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), " two\nlines \n\n");
        assertThat(fetch(file(file, false))).isEqualTo(" two\nlines \n\n");
        assertThat(fetch(file(file, true))).isEqualTo(" two\nlines \n");
    }

    @Test
    void aFileMayBeAsLargeAsASecretIsAndNoLarger() throws IOException {
        Path file = Files.write(folder.resolve("large"), new byte[LocalFile.MOST_BYTES]);
        assertThat(fetch(file(file, false))).hasSize(LocalFile.MOST_BYTES);
        Path larger = Files.write(folder.resolve("larger"), new byte[LocalFile.MOST_BYTES + 1]);
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(file(larger, false)))
                .withMessageContaining("larger than 1 MB");
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(file(folder.resolve("nowhere"), false)))
                .withMessageContaining("nowhere does not exist");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(file(folder, false)))
                .withMessageContaining("is a folder");
    }

    @Test
    void asksOnceWhenThereIsSomebody() {
        answer = Optional.of("typed");
        SecretOrigin origin = new SecretOrigin.Prompt("Redis password");
        assertThat(fetch(origin)).isEqualTo("typed");
        assertThat(fetch(origin)).isEqualTo("typed");
        assertThat(asked).containsExactly("Redis password:");
    }

    @Test
    void failsWhenThereIsNobodyToAsk() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Prompt("")))
                .withMessageContaining("nobody answers");
    }

    @Test
    void takesWhatAProgramPrintsWithoutOneLineBreakAtItsEnd() {
        assertThat(fetch(new SecretOrigin.Program(List.of("printf", "a%sb\\n\\n", "'"))))
                .isEqualTo("a'b\n");
    }

    @Test
    void saysHowAProgramFailedAndNothingOfWhatItPrinted() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Program(List.of("sh", "-c", "echo hunter2; exit 3"))))
                .withMessageContaining("ended with 3")
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("hunter2"));
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Program(List.of("/nowhere/program"))))
                .withMessageContaining("can't be started");
    }

    @Test
    void aProgramThatPrintsWithoutEndIsEnded() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(new SecretOrigin.Program(List.of("yes", "hunter2"))))
                .withMessageContaining("prints more than 1 MB");
    }

    @Test
    void opensAFileOfAnsibleVaultByteByByte() {
        byte[] plain = sources.apply(vault("bytes.vault", "")).reveal();
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).isEqualTo(BYTES);
        assertThat(fetch(vault("empty.vault", ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prod.vault, redis_password, träum 0123",
        "prod.vault, pin, 0123",
        "prod.vault, database.password, two/lines/",
        "inline.yml, inner, hunter2!",
        "inline.yml, plain, here"
    })
    void findsAValueInAFileAsItWasWritten(String file, String key, String value) {
        assertThat(fetch(vault(file, key))).isEqualTo(value.replace("/", "\n"));
    }

    @Test
    void opensFilesOfAge() {
        byte[] plain = sources.apply(age("bytes.age", "")).reveal();
        assertThat(new String(plain, StandardCharsets.ISO_8859_1)).isEqualTo(BYTES);
        assertThat(fetch(age("armored.age", "redis_password"))).isEqualTo("hunter2!");
    }

    @Test
    void asksHashiCorpVault() {
        assertThat(fetch(new SecretOrigin.KeyValue("secret/data/a", "b", Optional.empty(), Optional.empty())))
                .isEqualTo("field b");
    }

    @ParameterizedTest
    @CsvSource({
        "prod.vault, redis_pasword, is no 'redis_pasword', Did you mean `redis_password`?",
        "prod.vault, other, is no 'other', 'It has: redis_password, pin, database.password.'",
        "bytes.vault, key, is no YAML, leave out `key:`",
        "inline.yml, '', is not encrypted, ansible-vault encrypt",
        "nowhere.vault, '', does not exist, Check its name"
    })
    void saysWhatIsMissingInAFileButNothingOfItsValues(String file, String key, String what, String remedy) {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> fetch(vault(file, key)))
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).contains(what).doesNotContain("träum", "0123", "one line");
                    assertThat(failure.remedy()).contains(remedy).doesNotContain("träum", "0123", "one line");
                });
    }
}
