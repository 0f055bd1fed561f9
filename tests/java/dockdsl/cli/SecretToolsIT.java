package dockdsl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.cli.screen.Paint;
import dockdsl.cli.screen.Screen;
import dockdsl.lab.DebianPackages;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `dockdsl secrets` writes, ansible-vault and age read, and the other way round. */
class SecretToolsIT {
    private static final String PLAIN = "one line\nthe träum\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @BeforeAll
    static void installTheTools() {
        DebianPackages.have("ansible", "age");
    }

    private static String tool(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("pass"), "first\n");
        Files.writeString(folder.resolve("other"), "second\n");
        Files.writeString(folder.resolve("plain"), PLAIN);
    }

    private int dockdsl(String line) {
        out.reset();
        err.reset();
        Surroundings surroundings = new Surroundings(
                folder,
                folder,
                "me",
                Map.of(),
                new Screen(new PrintStream(out), new PrintStream(err), Paint.NONE, Paint.NONE),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                false,
                false);
        List<String> arguments = List.of(("secrets " + line).split(" "));
        return new Dockdsl(surroundings, Wiring::real, new Interruption(surroundings, arguments)).run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private void ends(int code, String line) {
        assertThat(dockdsl(line)).as("%s: %s", line, err).isEqualTo(code);
    }

    @Test
    void ansibleVaultReadsWhatThisEncrypts() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("plain"), PosixFilePermissions.fromString("rw-r-----"));
        ends(0, "encrypt --vault-id prod@pass plain");
        assertThat(folder.resolve("plain")).content().startsWith("$ANSIBLE_VAULT;1.2;AES256;prod\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("plain"))))
                .isEqualTo("rw-r-----");
        assertThat(tool(folder, "ansible-vault", "view", "--vault-id", "prod@pass", "plain"))
                .isEqualTo(PLAIN);
        ends(0, "rekey --vault-id prod@pass --new-vault-password-file other plain");
        assertThat(tool(folder, "ansible-vault", "view", "--vault-password-file", "other", "plain"))
                .isEqualTo(PLAIN);
    }

    @Test
    void thisReadsWhatAnsibleVaultEncrypts() throws Exception {
        tool(folder, "ansible-vault", "encrypt", "--vault-id", "prod@pass", "plain");
        ends(0, "view --vault-password-file pass plain");
        assertThat(out()).isEqualTo(PLAIN);
        ends(1, "view --vault-password-file other plain");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("none of these passwords fits: default (other)")
                .doesNotContain("at dockdsl");
        ends(0, "decrypt --vault-password-file pass --output copy plain");
        assertThat(folder.resolve("copy")).content().isEqualTo(PLAIN);
        assertThat(folder.resolve("plain")).content().startsWith("$ANSIBLE_VAULT");
    }

    @Test
    void valuesForYamlAreThoseOfAnsibleVault() throws Exception {
        input = "hunter2!";
        ends(0, "encrypt_string --vault-password-file pass --stdin-name password");
        Files.writeString(folder.resolve("vars.yml"), out());
        assertThat(tool(
                        folder,
                        "ansible",
                        "localhost",
                        "-m",
                        "debug",
                        "-a",
                        "var=password",
                        "-e",
                        "@vars.yml",
                        "--vault-password-file",
                        "pass"))
                .contains("\"password\": \"hunter2!\"");
    }

    @Test
    void encryptsFromInputToOutputAndBack() {
        input = PLAIN;
        ends(0, "encrypt --vault-password-file pass -");
        input = out();
        ends(0, "decrypt --vault-password-file pass --output -");
        assertThat(out()).isEqualTo(PLAIN);
    }

    @Test
    void ageAndThisReadEachOther() throws Exception {
        tool(folder, "age-keygen", "-o", "key");
        String recipient = tool(folder, "age-keygen", "-y", "key").strip();
        ends(0, "encrypt --age-recipient " + recipient + " --armor --output sealed.age plain");
        assertThat(tool(folder, "age", "-d", "-i", "key", "sealed.age")).isEqualTo(PLAIN);
        tool(folder, "age", "-r", recipient, "-o", "theirs.age", "plain");
        ends(0, "view --age-identity key theirs.age");
        assertThat(out()).isEqualTo(PLAIN);
    }

    @Test
    void leavesNothingBehindWhenItFails() throws Exception {
        ends(1, "encrypt --vault-password-file nowhere plain");
        ends(1, "edit --vault-password-file pass plain");
        ends(1, "create --vault-password-file pass new");
        ends(64, "explode plain");
        assertThat(folder.resolve("plain")).content().isEqualTo(PLAIN);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("pass", "other", "plain");
        }
    }
}
