package dockdsl.secret.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.NothingToWorkOn;
import dockdsl.problem.UsageMistake;
import dockdsl.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultKeysTest {
    private static final String WHAT = "The file prod.vault";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Optional<String> answer = Optional.empty();

    private VaultKeys keys(List<String> ids, Map<String, String> environment) {
        return VaultPasswords.of(
                new VaultPasswords.Wishes(ids, List.of(), false),
                environment,
                question -> {
                    asked.add(question);
                    return answer.map(String::toCharArray);
                },
                name -> folder.resolve(name).toString());
    }

    private VaultKeys keys(String... ids) {
        return keys(List.of(ids), Map.of());
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void program(String name, String script) throws IOException {
        file(name, "#!/bin/sh\n" + script);
        assertThat(folder.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aPasswordFileMayBeEncryptedWithAPasswordThatIsNamedBefore() throws IOException {
        file("outer", "outer word\n");
        file(
                "inner",
                VaultCipher.encrypted(bytes("inner word\n"), bytes("outer word"), "outer")
                        .text());
        VaultKeys keys = keys("outer@outer", "inner@inner");
        assertThat(keys.open(sealed("inner", "inner word"), WHAT).revealText()).isEqualTo("plain");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys("inner@inner", "outer@outer").open(sealed("inner", "inner word"), WHAT))
                .withMessageContaining("The vault password in the file");
    }

    @Test
    void tellsOfEveryPasswordThatItTakesOut() throws IOException {
        file("one", "first\n");
        file("two", "second\n");
        List<String> told = new ArrayList<>();
        VaultKeys keys = keys("one@one", "two@two").telling(secret -> {
            told.add(secret.revealText());
            return secret;
        });
        assertThat(told).isEmpty();
        keys.open(sealed("two", "second"), WHAT);
        assertThat(told).containsExactly("second");
        assertThatExceptionOfType(NothingToWorkOn.class).isThrownBy(() -> keys.open(sealed("two", "third"), WHAT));
        assertThat(told).contains("first");
    }

    private static String sealed(String id, String password) {
        return VaultCipher.encrypted(bytes("plain"), bytes(password), id).text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void writesByteByByteWhatAnsibleWrites() {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        assertThat(VaultCipher.encrypted(bytes("hello\n"), bytes("secret-pass"), "default", salt)
                        .text())
                .isEqualTo("""
                        $ANSIBLE_VAULT;1.1;AES256
                        30303031303230333034303530363037303830393061306230633064306530663130313131323133
                        3134313531363137313831393161316231633164316531660a336131643630653133366535633266
                        63633263343561333733613137643737393930653833363366616438373539633762663564393964
                        6538323730376666620a643063356461643961633236633434393064373266313239336563646630
                        6461
                        """);
        assertThat(sealed("prod", "x")).startsWith("$ANSIBLE_VAULT;1.2;AES256;prod\n");
    }

    @Test
    void readsAnythingOfAnyLengthBack() {
        for (int length = 0; length < 50; length++) {
            byte[] plain = new byte[length];
            for (int i = 0; i < length; i++) plain[i] = (byte) (i * 37);
            VaultText text = VaultText.parse(
                    VaultCipher.encrypted(plain, bytes("p"), "default").text());
            assertThat(VaultCipher.decrypted(text, bytes("p"))).hasValue(plain);
        }
    }

    @Test
    void takesThePasswordWithTheIdFirstAndThenAllOthers() throws IOException {
        file("one", "first\n");
        file("two", "second\n");
        answer = Optional.of("third");
        VaultKeys keys = keys("a@one", "b@two", "c@prompt");
        assertThat(keys.open(sealed("b", "second"), WHAT).revealText()).isEqualTo("plain");
        assertThat(keys.open(sealed("b", "first"), WHAT).revealText()).isEqualTo("plain");
        assertThat(asked).isEmpty();
        assertThat(keys.open(sealed("x", "third"), WHAT).revealText()).isEqualTo("plain");
        assertThat(keys.open(sealed("c", "third"), WHAT).revealText()).isEqualTo("plain");
        assertThat(asked).containsExactly("Vault password (c):");
    }

    @Test
    void stripsBlanksAroundThePasswordOfAFileOnly() throws IOException {
        file("blanks", "  pass word \n\n");
        program("program", "printf '\\n  pass word \\n'");
        assertThat(keys("blanks").open(sealed("default", "pass word"), WHAT).revealText())
                .isEqualTo("plain");
        assertThat(keys("program").open(sealed("default", "  pass word "), WHAT).revealText())
                .isEqualTo("plain");
    }

    @Test
    void asksProgramsOfManyPasswordsForTheIdAndGoesOnWhenTheyDoNotKnowIt() throws IOException {
        program("ring-client.sh", "[ \"$1 $2\" = '--vault-id prod' ] && echo found || exit 2");
        file("other", "other");
        VaultKeys keys = keys("dev@ring-client.sh", "prod@ring-client.sh", "other");
        assertThat(keys.open(sealed("prod", "found"), WHAT).revealText()).isEqualTo("plain");
        assertThat(keys.open(sealed("dev", "other"), WHAT).revealText()).isEqualTo("plain");
    }

    @Test
    void understandsTheEnvironmentAsAnsibleDoes() throws IOException {
        file("one", "first\n");
        for (Map<String, String> environment : List.of(
                Map.of("ANSIBLE_VAULT_PASSWORD_FILE", "one"),
                Map.of("ANSIBLE_VAULT_IDENTITY_LIST", "x@nowhere, default@one"),
                Map.of("DOCKDSL_VAULT_PASSWORD_FILE", "one"),
                Map.of("DOCKDSL_VAULT_PASSWORD", "first"))) {
            assertThat(keys(List.of(), environment)
                            .open(sealed("default", "first"), WHAT)
                            .revealText())
                    .isEqualTo("plain");
        }
    }

    @Test
    void namesTheFileAndEveryIdThatWasTried() throws IOException {
        file("one", "wrong\n");
        file("two", "wrong too\n");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys("dev@one", "prod@two").open(sealed("prod", "right"), WHAT))
                .withMessage(
                        "The file prod.vault can't be decrypted: none of these passwords fits: prod (two), dev (one).")
                .satisfies(failure -> assertThat(failure.remedy()).contains("Its id is prod", "--vault-id prod@FILE"));
    }

    @Test
    void saysHowToGiveAPasswordWhenThereIsNone() {
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys().open(sealed("prod", "x"), WHAT))
                .withMessage("The file prod.vault is encrypted with Ansible Vault (id prod), and no password is given.")
                .satisfies(failure -> assertThat(failure.remedy()).contains("--vault-id prod@FILE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty          | is empty",
                "nowhere        | does not exist",
                "prompt         | nobody answers",
                "fails-client   | ended with 3",
                "fails          | ended with 3"
            })
    void saysWhatIsWrongWithAPassword(String source, String what) throws IOException {
        file("empty", " \n");
        program("fails-client", "exit 3");
        program("fails", "exit 3");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys(source).open(sealed("default", "x"), WHAT))
                .withMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$ANSIBLE_VAULT;1.0;AES           | is in the format 1.0 with the cipher AES",
                "$ANSIBLE_VAULT;1.1;AES256        | is damaged",
                "$ANSIBLE_VAULT;1.1;AES256/6162   | is damaged",
                "$ANSIBLE_VAULT;1.1;AES256/61620  | is damaged",
                "$ANSIBLE_VAULT;1.1;AES256/zz     | is damaged",
                "$ANSIBLE_VAULT;1.1;AES256/300a30 | is damaged",
                "$ANSIBLE_VAULT;junk              | does not begin as Ansible Vault does"
            })
    void saysWhatIsWrongWithAText(String text, String what) throws IOException {
        file("one", "x");
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys("one").open(text.replace("/", "\n"), WHAT))
                .withMessage(WHAT + " " + what + ".");
    }

    @Test
    void noticesAnyChangeOfTheCiphertext() throws IOException {
        file("one", "x");
        VaultText text = VaultText.parse(sealed("default", "x"));
        text.ciphertext()[3] ^= 1;
        assertThatExceptionOfType(NothingToWorkOn.class)
                .isThrownBy(() -> keys("one").open(text.text(), WHAT))
                .withMessageContaining("can't be decrypted");
    }

    @Test
    void encryptsWithTheOneIdOrTheOneThatIsNamed() throws IOException {
        file("one", "first");
        file("two", "second");
        VaultKeys keys = keys("a@one", "b@two");
        String text = keys.encrypt(Secret.of("plain"), Optional.of("b"));
        assertThat(text).startsWith("$ANSIBLE_VAULT;1.2;AES256;b\n");
        assertThat(keys("two").open(text, WHAT).revealText()).isEqualTo("plain");
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> keys.encrypt(Secret.of("plain"), Optional.empty()))
                .withMessageContaining("several ids: a, b");
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> keys.encrypt(Secret.of("plain"), Optional.of("c")))
                .withMessageContaining("no password with the id c");
    }
}
