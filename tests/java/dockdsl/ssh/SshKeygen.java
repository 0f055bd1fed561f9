package dockdsl.ssh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Makes keys with OpenSSH's own tool. */
final class SshKeygen {
    private SshKeygen() {}

    /** @param format RFC4716 (OpenSSH's own), PEM or PKCS8 */
    static Path key(Path file, String type, String format, String passphrase) throws IOException, InterruptedException {
        run("-q", "-t", type, "-m", format, "-N", passphrase, "-C", "a test's", "-f", file.toString());
        return file;
    }

    static Path key(Path file) throws IOException, InterruptedException {
        return key(file, "ed25519", "RFC4716", "");
    }

    static void run(String... arguments) throws IOException, InterruptedException {
        var words = Stream.concat(Stream.of("ssh-keygen"), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    /** The public key that belongs to a file, in base64. */
    static String publicKey(Path file) {
        try {
            return Files.readString(Path.of(file + ".pub")).split(" ")[1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
