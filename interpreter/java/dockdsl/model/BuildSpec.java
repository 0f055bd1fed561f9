package dockdsl.model;

import java.nio.file.Path;

/**
 * A folder that an image is built from on the host's engine.
 *
 * @param folder the absolute path of the folder on this machine, with a {@code Dockerfile} in it
 * @param fingerprint of all that is sent to the engine: {@code sha256:} and hexadecimal digits; another one means another image
 */
public record BuildSpec(Path folder, String fingerprint) {
    /** The label that says of an image which fingerprint it was built from. */
    public static final String LABEL = "dockdsl.build";

    public BuildSpec {
        if (!folder.isAbsolute()) {
            throw new IllegalArgumentException("not absolute: " + folder);
        }
    }
}
