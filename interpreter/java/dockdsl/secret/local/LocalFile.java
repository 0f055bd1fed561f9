package dockdsl.secret.local;

import dockdsl.problem.NothingToWorkOn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file with something secret in it, as the user named it; pipes such as {@code <(pass show x)} count as files. */
public record LocalFile(Path path) {
    /** More than any secret has, and little enough to be held in memory. */
    public static final int MOST_BYTES = 1 << 20;

    /**
     * @param text a path; {@code ~/} is the user's home
     * @throws NothingToWorkOn when it can't be a path
     */
    public static LocalFile of(String text) {
        try {
            return new LocalFile(
                    Path.of(text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text));
        } catch (InvalidPathException noPath) {
            throw new NothingToWorkOn("'" + text + "' can't be the name of a file.", "Check its spelling.", noPath);
        }
    }

    /**
     * All of it, byte by byte.
     *
     * @throws NothingToWorkOn when it is not there, can't be read or is larger than {@link #MOST_BYTES}
     */
    public byte[] bytes() {
        fault().ifPresent(why -> {
            throw why;
        });
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new NothingToWorkOn(
                        "The file " + path + " is larger than " + (MOST_BYTES >> 20) + " MB.",
                        "It can hardly be a secret. Check its name.");
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new NothingToWorkOn("The file " + path + " can't be read.", "Check its permissions.", unreadable);
        }
    }

    /** Why it can't be read, as far as that shows before it is opened. */
    public Optional<NothingToWorkOn> fault() {
        if (Files.isDirectory(path)) {
            return Optional.of(new NothingToWorkOn(path + " is a folder.", "Name a file in it."));
        }
        if (Files.notExists(path)) {
            return Optional.of(new NothingToWorkOn(
                    "The file " + path + " does not exist.",
                    "Check its name. A relative path starts at the file that names it."));
        }
        return Files.isReadable(path)
                ? Optional.empty()
                : Optional.of(new NothingToWorkOn("The file " + path + " can't be read.", "Check its permissions."));
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
