package dockdsl.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps compiled files from run to run, because compiling takes longer than everything else in a run.
 *
 * <p>What is kept is code. A folder that others may write to is not used, and neither is a file of somebody else.
 */
public final class ScriptStore {
    private static final String OWN_FOLDER = "rwx------";
    private static final String OWN_FILE = "rw-------";

    private final Path folder;
    private final String version;

    /**
     * @param folder made when needed
     * @param version of the program; what another version compiled is not used
     */
    public ScriptStore(Path folder, String version) {
        this.folder = folder;
        this.version = version;
    }

    /** The user's: {@code $XDG_CACHE_HOME/dockdsl/scripts}, else below {@code ~/.cache}. */
    public static ScriptStore ofUser(Path home, Map<String, String> environment, String version) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? home.resolve(".cache") : Path.of(cache);
        return new ScriptStore(base.resolve("dockdsl").resolve("scripts"), version);
    }

    /** What was kept of exactly this text. */
    Optional<Compiled> find(String text, String root) {
        Path file = file(text, root);
        try {
            return isOwn(folder, OWN_FOLDER) && isOwn(file, OWN_FILE)
                    ? Optional.of(Compiled.decode(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException unusable) {
            return Optional.empty();
        }
    }

    /** Keeps it if it can be kept. Two at once do no harm: each file appears whole. */
    void keep(String text, String root, Compiled compiled) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWN_FOLDER)));
            if (isOwn(folder, OWN_FOLDER)) {
                Path whole = Files.createTempFile(
                        folder,
                        "new",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWN_FILE)));
                Files.write(whole, compiled.encode(), StandardOpenOption.WRITE);
                Files.move(whole, file(text, root), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException | UnsupportedOperationException unwritable) {
            // The next run compiles again, which is all that is lost.
        }
    }

    private static boolean isOwn(Path path, String permissions) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        PosixFileAttributes attributes =
                Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return !attributes.isSymbolicLink()
                && attributes.owner().getName().equals(System.getProperty("user.name"))
                && PosixFilePermissions.toString(attributes.permissions()).equals(permissions);
    }

    private Path file(String text, String root) {
        String key = String.join("\0", version, root, Runtime.version().toString(), text);
        return folder.resolve(HexFormat.of().formatHex(sha256(key)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
