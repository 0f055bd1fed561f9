package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values are taken for secrets; the tokens are put together here so that no scanner takes this file for a leak. */
class SuspicionsTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    @TempDir
    private Path folder;

    private List<Problem> warnings(String line) throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.groovy"),
                "site 'shop'\ngroup('web') { host 'web1', 'web2' }\nvolume 'data'\n"
                        + "container('app') { on 'web'; image 'app:1'\n" + line + "\n}\n");
        ScriptStore store = new ScriptStore(folder.resolve("cache"), "test");
        SiteReader reader = new SiteReader(store, origin -> null, SiteReader.Rules.NONE);
        List<Problem> first =
                reader.read(file, Optional.empty(), SiteReader.Options.NONE).warnings();
        List<Problem> kept =
                reader.read(file, Optional.empty(), SiteReader.Options.NONE).warnings();
        assertThat(kept).as("with the file compiled already").isEqualTo(first);
        return first;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env DB_PASSWORD: 'hunter2'",
                "env MYSQL_ROOT_PASSWORD: 'changeme'",
                "env apiKey: 'x1'",
                "env API_KEY: 'x1', HOST: 'db'",
                "env SECRET_TOKEN: 'x1'",
                "env([PGPASSWORD: 'x1'])",
                "env 'DB_PASSWD': 'x1'",
                "def password = 'x1'",
                "labels 'com.example.auth-token': 'x1'",
                "command 'redis-server', '--requirepass=hunter2'",
                "command 'sh', '-c', 'run --token abc'",
                "env DATABASE_URL: 'postgres://shop:hunter2@db:5432/shop'",
            })
    void whatIsCalledLikeASecretOrSpelledLikeOneIsToldOnce(String line) throws IOException {
        assertThat(warnings(line)).hasSize(1).allSatisfy(warning -> {
            assertThat(warning.where().line()).isEqualTo(5);
            assertThat(warning.toString()).doesNotContain("hunter2", "x1", "changeme");
        });
    }

    @Test
    void tokensAreKnownByTheirPrefixes() throws IOException {
        List<String> tokens = List.of(
                "ghp" + "_" + LETTERS,
                "github" + "_pat_" + LETTERS,
                "glpat" + "-" + LETTERS,
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "xoxb" + "-" + LETTERS,
                "sk" + "_live_" + LETTERS,
                "npm" + "_" + LETTERS,
                "hvs" + "." + LETTERS,
                "-----BEGIN " + "OPENSSH PRIVATE KEY-----");
        for (String token : tokens) {
            assertThat(warnings("env VALUE: '" + token + "'")).as(token).hasSize(1);
        }
    }

    @Test
    void theWarningNamesThePlaceAndTheWayOut() throws IOException {
        Problem warning = warnings("    env HOST: 'db', DB_PASSWORD: 'hunter2'").getFirst();

        assertThat(warning.where()).hasToString(folder.resolve("site.groovy") + ":5:34");
        assertThat(warning.what()).isEqualTo("the value of `DB_PASSWORD` stands in the file for everybody to read");
        assertThat(warning.remedy()).contains("secret 'password', from: env('PASSWORD')", "// not a secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env PASSWORD_FILE: '/run/secrets/x', TOKEN: '/run/secrets/token'",
                "env PASSWORD: ''",
                "env PASSWORD: \"${host.name}\"",
                "env PASSWORD: host.name",
                "env MYSQL_RANDOM_ROOT_PASSWORD: 'yes', MYSQL_ALLOW_EMPTY_PASSWORD: 'true'",
                "env TOKEN_TTL: '3600', PASSWORD_MIN_LENGTH: 12, SECRET_NAME: 'db', KEY: 'x', MONKEY: 'x'",
                "env DATABASE_URL: 'postgres://shop@db:5432/shop', URL: 'http://localhost:80/@x'",
                "env PASSWORD: 'hunter2' // not a secret: the tutorial prints it",
                "image 'app@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'",
                "command 'redis-server', '--appendonly', 'yes'",
            })
    void whatIsNoneIsLeftAlone(String line) throws IOException {
        assertThat(warnings(line.startsWith("image") ? "env DIGEST: '" + line.substring(11) : line))
                .isEmpty();
    }
}
