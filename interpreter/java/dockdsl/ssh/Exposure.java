package dockdsl.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whether a private key is as private as OpenSSH wants it. */
final class Exposure {
    private static final int RIGHTS = 0777;
    private static final int RIGHTS_OF_OTHERS = 077;

    private Exposure() {}

    /**
     * What is wrong with the rights to a file, as the rest of a sentence that starts with it. A file of somebody else is left to
     * him, as with OpenSSH: the key of a machine that a group may read is one.
     */
    static Optional<String> of(Path file) throws IOException {
        try {
            var rights = (int) Files.getAttribute(file, "unix:mode") & RIGHTS;
            return (rights & RIGHTS_OF_OTHERS) != 0 && isMine(file)
                    ? Optional.of("others than its owner have rights to it (mode %04o)".formatted(rights))
                    : Optional.empty();
        } catch (UnsupportedOperationException | IllegalArgumentException noRightsHere) {
            return Optional.empty();
        }
    }

    private static boolean isMine(Path file) throws IOException {
        return Files.getOwner(file).getName().equals(System.getProperty("user.name"));
    }

    static String remedy(Path file) {
        var name = file.toString();
        return "chmod 600 " + (name.matches("[\\w@%+=:,./-]+") ? name : "'" + name.replace("'", "'\\''") + "'");
    }
}
