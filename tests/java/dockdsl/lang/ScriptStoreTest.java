package dockdsl.lang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dockdsl.problem.SiteRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptStoreTest {
    private static final String TEXT = "site 'shop'\nhost 'web1'\ncontainer('app') { on 'web1'; image 'app:1' }\n";

    @TempDir
    private Path folder;

    private Path cache() {
        return folder.resolve("cache");
    }

    private SiteFile read(String text) throws IOException {
        return read(text, "1");
    }

    private SiteFile read(String text, String version) throws IOException {
        Path file = Files.writeString(folder.resolve("site.groovy"), text);
        return new SiteReader(new ScriptStore(cache(), version), origin -> null, SiteReader.Rules.NONE)
                .read(file, Optional.empty(), SiteReader.Options.NONE);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.sorted().toList();
        }
    }

    private Path only() throws IOException {
        assertThat(kept()).hasSize(1);
        return kept().getFirst();
    }

    @Test
    void aSecondReadCompilesNothingAndGivesTheSame() throws IOException {
        SiteFile first = read(TEXT);
        FileTime before = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(only(), before);
        assertThat(read(TEXT)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(only())).isEqualTo(before);
    }

    @Test
    void anotherTextIsCompiled() throws IOException {
        read(TEXT);
        assertThat(read(TEXT.replace("app:1", "app:2"))
                        .site()
                        .containers()
                        .getFirst()
                        .image()
                        .orElseThrow())
                .hasToString("app:2");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void anotherVersionOfTheProgramCompilesAgain() throws IOException {
        read(TEXT, "1");
        read(TEXT, "2");
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aFileWithMistakesIsNotKept() {
        assertThatExceptionOfType(SiteRejected.class).isThrownBy(() -> read(TEXT + "imgae 'x'"));
        assertThat(cache()).doesNotExist();
    }

    @Test
    void folderAndFilesBelongToTheUserAlone() throws IOException {
        read(TEXT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only())))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatOthersMayWriteToIsNotUsed() throws IOException {
        Files.createDirectories(cache());
        Files.setPosixFilePermissions(cache(), PosixFilePermissions.fromString("rwxrwxrwx"));
        read(TEXT);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aFileThatOthersMayWriteToIsNotUsed() throws IOException {
        read(TEXT);
        Path planted = only();
        Files.write(planted, new byte[] {1, 2, 3});
        Files.setPosixFilePermissions(planted, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(read(TEXT).site().name()).isEqualTo("shop");
    }

    @Test
    void aDamagedFileIsCompiledAgain() throws IOException {
        read(TEXT);
        Files.write(only(), new byte[] {1, 2, 3});
        assertThat(read(TEXT).site().name()).isEqualTo("shop");
        assertThat(Files.size(only())).isGreaterThan(3);
    }
}
