package dockdsl.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dockdsl.model.BuildContext;
import dockdsl.value.FileMode;
import dockdsl.value.FileTree;
import dockdsl.value.Owner;
import dockdsl.value.Parcel;
import dockdsl.value.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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

        unpack(TarStream.of(BuildContext.of(folder), new byte[0]));

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
        byte[] gathered = TarStream.of(BuildContext.of(other), new byte[0]).readAllBytes();
        Path site = Files.createDirectory(folder.resolve("site"));
        Files.writeString(site.resolve("Dockerfile"), "FROM scratch");

        unpack(TarStream.of(BuildContext.of(site), gathered));

        assertThat(unpacked.resolve("tool")).hasContent("binary");
        assertThat(unpacked.resolve("Dockerfile")).hasContent("FROM scratch");
    }

    @Test
    void packsWhatGoesIntoContainersWithItsModesAndOwners() throws IOException, InterruptedException {
        byte[] raw = {0, (byte) 0xff, '\n', '\r', '\n'};
        Parcel parcel = new Parcel(List.of(
                new Parcel.Entry("files", new FileTree.Folder(), new FileMode(0700), Owner.ROOT),
                new Parcel.Entry(
                        "files/0", new FileTree.File(Secret.of(raw), false), FileMode.PRIVATE, new Owner(101, 102)),
                new Parcel.Entry("files/1", new FileTree.File(Secret.of(""), false), FileMode.USUAL, Owner.ROOT),
                new Parcel.Entry("files/2", new FileTree.Link("0"), FileMode.USUAL, Owner.ROOT)));

        unpack(TarStream.of(parcel));

        assertThat(unpacked.resolve("files/0")).hasBinaryContent(raw);
        assertThat(unpacked.resolve("files/1")).isEmptyFile();
        assertThat(Files.readSymbolicLink(unpacked.resolve("files/2"))).hasToString("0");
        assertThat(listing(TarStream.of(parcel)))
                .containsSubsequence("drwx------ 0/0", "-r-------- 101/102", "-rw-r--r-- 0/0", "lrw-r--r-- 0/0");
    }

    private static String listing(InputStream archive) throws IOException {
        Process tar = new ProcessBuilder("tar", "--numeric-owner", "-tvf", "-").start();
        try (var input = tar.getOutputStream()) {
            archive.transferTo(input);
        }
        return new String(tar.getInputStream().readAllBytes());
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
