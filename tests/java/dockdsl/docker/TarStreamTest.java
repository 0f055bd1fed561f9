package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.BuildContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge is the tar of the machine. */
class TarStreamTest {
    @TempDir
    Path folder;

    @TempDir
    Path unpacked;

    @Test
    void packsFilesFoldersLinksModesAndLongNames() throws IOException, InterruptedException {
        String longName = "d".repeat(90) + "/" + "ü".repeat(80) + ".txt";
        write("Dockerfile", "FROM scratch\n");
        write(longName, "x".repeat(1025));
        write("empty", "");
        write("run.sh", "#!/bin/sh");
        Files.setPosixFilePermissions(folder.resolve("run.sh"), PosixFilePermissions.fromString("rwx------"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("e".repeat(120)));
        Files.createDirectory(folder.resolve("hollow"));

        unpack(new TarStream(BuildContext.of(folder), new byte[0]));

        assertThat(unpacked.resolve("Dockerfile")).hasContent("FROM scratch\n");
        assertThat(unpacked.resolve(longName)).hasContent("x".repeat(1025));
        assertThat(unpacked.resolve("empty")).isEmptyFile();
        assertThat(unpacked.resolve("hollow")).isEmptyDirectory();
        assertThat(Files.readSymbolicLink(unpacked.resolve("link"))).hasToString("e".repeat(120));
        assertThat(BuildContext.of(unpacked).fingerprint())
                .isEqualTo(BuildContext.of(folder).fingerprint());
    }

    @Test
    void letsGatheredFilesFollow() throws IOException, InterruptedException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("tool"), "binary");
        byte[] gathered = new TarStream(BuildContext.of(other), new byte[0]).readAllBytes();
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("Dockerfile"), "FROM scratch");

        unpack(new TarStream(BuildContext.of(site), gathered));

        assertThat(unpacked.resolve("tool")).hasContent("binary");
        assertThat(unpacked.resolve("Dockerfile")).hasContent("FROM scratch");
    }

    private void unpack(InputStream archive) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xf", "-", "-C", unpacked.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (var input = tar.getOutputStream()) {
            archive.transferTo(input);
        }
        assertThat(tar.waitFor()).isZero();
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
