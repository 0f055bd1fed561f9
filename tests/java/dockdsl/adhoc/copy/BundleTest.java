package dockdsl.adhoc.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    @TempDir
    private Path folder;

    @Test
    void countsFilesAndTheirBytes() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("one"), "12345");
        Files.writeString(folder.resolve("two"), "678");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("two"));

        assertThat(Bundle.of(folder)).isEqualTo(new Bundle(folder, folder.getFileName() + "", 8, 2));
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() throws IOException {
        Path shut = Files.createDirectory(folder.resolve("shut"));
        Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(shut), "root may read everything");

        assertThatThrownBy(() -> Bundle.of(folder))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(shut.toString());
    }

    @Test
    void whatVanishesMeanwhileIsToldToWhoeverReads() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Bundle bundle = Bundle.of(file);
        Files.delete(file);

        try (InputStream archive = Archive.of(bundle, "it", "")) {
            assertThatThrownBy(archive::readAllBytes)
                    .isInstanceOf(NoSuchFileException.class)
                    .hasMessage(file.toString());
        }
    }
}
