package dockdsl.adhoc.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody else's archive may do to the files of this machine. */
class LandingTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    @TempDir
    private Path folder;

    @Test
    void whatWasPackedIsUnpackedAsItWas() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source/sub"));
        Files.writeString(source.resolve("a file"), "text");
        Files.setPosixFilePermissions(source.resolve("a file"), PosixFilePermissions.fromString("rwxr-x---"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("a file"));
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Bundle.of(folder.resolve("source")).writeTo(archive, "whatever", "");
        Landing.Landed landed =
                Landing.land(new ByteArrayInputStream(archive.toByteArray()), folder.resolve("copy"), "source");
        assertThat(landed).isEqualTo(new Landing.Landed(1, 4));
        Path file = folder.resolve("copy/sub/a file");
        assertThat(file).hasContent("text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
        assertThat(Files.readSymbolicLink(folder.resolve("copy/sub/link"))).isEqualTo(Path.of("a file"));
    }

    @Test
    void aFolderThatIsThereKeepsWhatItHasBeside() throws IOException {
        Files.createDirectories(folder.resolve("there/top"));
        Files.writeString(folder.resolve("there/top/old"), "old");
        folder("top/");
        file("top/new");
        land("there");
        assertThat(folder.resolve("there/top/old")).hasContent("old");
        assertThat(folder.resolve("there/top/new")).hasContent("x");
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        file("top/../../escaped");
        assertThatThrownBy(() -> land("target")).hasMessageContaining("does not belong there");
        assertThat(list()).isEmpty();
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        folder("top/");
        link("top/out", "/tmp");
        file("top/out/escaped");
        assertThatThrownBy(() -> land("target")).hasMessageContaining("below something that is no folder");
        assertThat(list()).isEmpty();
    }

    @Test
    void nothingStaysOfAnArchiveThatIsCutOff() throws IOException {
        folder("top/");
        file("top/a");
        tar.finish();
        byte[] half = new byte[1024 + 100];
        System.arraycopy(bytes.toByteArray(), 0, half, 0, half.length);
        assertThatThrownBy(() -> Landing.land(new ByteArrayInputStream(half), folder.resolve("target"), "top"))
                .isInstanceOf(IOException.class);
        assertThat(list()).isEmpty();
    }

    private void land(String target) throws IOException {
        tar.finish();
        Landing.land(new ByteArrayInputStream(bytes.toByteArray()), folder.resolve(target), "top");
    }

    private Stream<Path> list() throws IOException {
        return Files.list(folder);
    }

    private void folder(String name) throws IOException {
        tar.putArchiveEntry(new TarArchiveEntry(name));
        tar.closeArchiveEntry();
    }

    private void link(String name, String target) throws IOException {
        TarArchiveEntry link = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        link.setLinkName(target);
        tar.putArchiveEntry(link);
        tar.closeArchiveEntry();
    }

    private void file(String name) throws IOException {
        TarArchiveEntry file = new TarArchiveEntry(name, true);
        file.setSize(1);
        tar.putArchiveEntry(file);
        tar.write("x".getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }
}
