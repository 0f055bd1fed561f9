package dockdsl.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildContextTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        write("Dockerfile", "FROM scratch");
        write("app/run.sh", "echo run");
        write("app/data/one.txt", "1");
    }

    @Test
    void listsEverythingSortedByName() {
        assertThat(names()).containsExactly("Dockerfile", "app", "app/data", "app/data/one.txt", "app/run.sh");
    }

    @Test
    void leavesOutWhatIsIgnoredButNeverTheDockerfile() throws IOException {
        write(".dockerignore", "# data is mounted\n/app/data/\nDockerfile\n*.md\n");
        write("README.md", "");
        assertThat(names()).containsExactly(".dockerignore", "Dockerfile", "app", "app/run.sh");
    }

    @Test
    void bringsBackWhatAnExceptionNames() throws IOException {
        write(".dockerignore", "app\n!app/data/one.txt\n");
        assertThat(names()).containsExactly(".dockerignore", "Dockerfile", "app/data/one.txt");
    }

    @ParameterizedTest
    @CsvSource({
        "*.txt,             one.txt,                true",
        "*.txt,             app/one.txt,            false",
        "**/*.txt,          one.txt,                true",
        "**/*.txt,          app/data/one.txt,       true",
        "**/node_modules,   a/node_modules/b/c.js,  true",
        "app/**,            app/data/one.txt,       true",
        "app/**/one.txt,    app/one.txt,            true",
        "./app/../lib,      lib/x.jar,              true",
        "a?c,               abc,                    true",
        "a?c,               a/c,                    false",
        "[a-c]x,            bx,                     true",
        "[^a-c]x,           bx,                     false",
        "a.c,               abc,                    false",
        "app,               application,            false",
    })
    void readsPatternsAsDockerDoes(String pattern, String name, boolean ignored) {
        assertThat(IgnoreRules.of(List.of(pattern)).ignore(name)).isEqualTo(ignored);
    }

    @Test
    void theLastRuleThatMatchesDecides() {
        IgnoreRules rules = IgnoreRules.of(List.of("*.md", "!README*.md", "README-secret.md"));
        assertThat(rules.ignore("notes.md")).isTrue();
        assertThat(rules.ignore("README.md")).isFalse();
        assertThat(rules.ignore("README-secret.md")).isTrue();
    }

    @Test
    void fingerprintIsTheSameForTheSameFilesAtAnotherTimeAndPlace(@TempDir Path elsewhere) throws IOException {
        Path copy = elsewhere.resolve("copy");
        for (BuildContext.Entry entry : BuildContext.of(folder).entries()) {
            Path to = copy.resolve(entry.name());
            Files.createDirectories(to.getParent());
            Files.copy(entry.path(), to);
            Files.setLastModifiedTime(to, FileTime.fromMillis(0));
        }
        assertThat(BuildContext.of(copy).fingerprint()).isEqualTo(fingerprint()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void fingerprintChangesWithContentNameLinkAndExecutableBit() throws IOException {
        String before = fingerprint();
        write("app/run.sh", "echo walk");
        String content = fingerprint();
        Files.move(folder.resolve("app/run.sh"), folder.resolve("app/walk.sh"));
        String name = fingerprint();
        Files.setPosixFilePermissions(folder.resolve("app/walk.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        String executable = fingerprint();
        Files.createSymbolicLink(folder.resolve("link"), Path.of("app/walk.sh"));
        String link = fingerprint();
        assertThat(List.of(before, content, name, executable, link)).doesNotHaveDuplicates();
    }

    @Test
    void fingerprintIgnoresWhatIsIgnored() throws IOException {
        write(".dockerignore", "*.log");
        String before = fingerprint();
        write("debug.log", "line");
        assertThat(fingerprint()).isEqualTo(before);
    }

    private String fingerprint() {
        return BuildContext.of(folder).fingerprint();
    }

    private List<String> names() {
        return BuildContext.of(folder).entries().stream()
                .map(BuildContext.Entry::name)
                .toList();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
